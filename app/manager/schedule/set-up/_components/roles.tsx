"use client";
import { useTranslations } from "next-intl";
import { AddForm } from "@/app/_shared/forms/add-form";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Form } from "@/components/ui/forms/form";
import { FormDisclosure } from "@/components/ui/forms/form-disclosure";
import { Select } from "@/components/ui/forms/select";
import { NumberField, TextField } from "@/components/ui/forms/text-field";
import type { WorkRoleView } from "@/lib/schedules/setup/schema";
import { makeRole, saveRole } from "../actions";

type Names = Readonly<Record<string, string>>;
type RolesProps = { roles: readonly WorkRoleView[]; names: Names; dutyNames: Names };

/** The kinds of work in shifts, the same for every pool. */
export function Roles({ roles, names, dutyNames }: RolesProps) {
  const t = useTranslations("schedule.setup.roles");
  const refusals = useRefusalWords();
  return (
    <div className="grid gap-3">
      <p className="text-base text-ink-2">{roles.length === 0 ? t("none") : t("hint")}</p>
      <ul>
        {roles.map((role) => (
          <li key={role.id} className="border-b border-line py-1.5">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <span className="font-medium">{names[role.id]}</span>
              <span className="text-sm text-ink-2">{factsOf(role)}</span>
            </p>
            <Form
              key={role.version}
              action={saveRole}
              values={valuesOf(role)}
              done={t("saved")}
              refusals={refusals}
              className="max-w-md"
            >
              <input type="hidden" name="id" value={role.id} />
              <input type="hidden" name="version" value={role.version} />
              <FormDisclosure summary={t("change")} label={t("changeOf", { name: names[role.id] ?? "" })}>
                <RoleFields dutyNames={dutyNames} role={role} />
                <Checkbox name="isRetired" label={t("isRetired")} defaultChecked={role.isRetired} />
                <Button type="submit" className="w-fit">
                  {t("save")}
                </Button>
              </FormDisclosure>
            </Form>
          </li>
        ))}
      </ul>
      <AddForm action={makeRole} label={t("add")} done={t("added")} isOpen={roles.length === 0}>
        <RoleFields dutyNames={dutyNames} />
      </AddForm>
    </div>
  );

  function factsOf({ isWithExecutives, dutyId, minProficiency, isRetired }: WorkRoleView): string {
    const duty = dutyNames[dutyId ?? ""];
    return [
      ...(isWithExecutives ? [t("with")] : []),
      ...(duty ? [t("needs", { duty, level: minProficiency })] : []),
      ...(isRetired ? [t("retired")] : []),
    ].join(" · ");
  }
}

function valuesOf({ nameEn, nameSv, dutyId, minProficiency }: WorkRoleView) {
  return { nameEn, nameSv, dutyId: dutyId ?? "", minProficiency: String(minProficiency) };
}

function RoleFields({ dutyNames, role }: { dutyNames: Names; role?: WorkRoleView }) {
  const t = useTranslations("schedule.setup.roles");
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <TextField name="nameEn" label={t("nameEn")} maxLength={40} isRequired />
        <TextField name="nameSv" label={t("nameSv")} maxLength={40} isRequired />
      </div>
      <div className="grid grid-cols-2 gap-3">
        <Select
          name="dutyId"
          label={t("duty")}
          placeholder={t("noDuty")}
          options={Object.entries(dutyNames).map(([value, label]) => ({ value, label }))}
          isRequired={false}
        />
        <NumberField name="minProficiency" label={t("level")} min={1} max={5} defaultValue="1" />
      </div>
      <Checkbox
        name="isWithExecutives"
        label={t("isWith")}
        defaultChecked={role?.isWithExecutives ?? false}
      />
      <Checkbox name="isUnloved" label={t("isUnloved")} defaultChecked={role?.isUnloved ?? false} />
    </>
  );
}
