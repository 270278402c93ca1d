"use client";
import { useFormatter, useTranslations } from "next-intl";
import { RemoveForm } from "@/app/_shared/forms/remove-form";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { CheckboxGroup } from "@/components/ui/forms/checkbox";
import { Form } from "@/components/ui/forms/form";
import { FormDisclosure } from "@/components/ui/forms/form-disclosure";
import { NumberField, TextField } from "@/components/ui/forms/text-field";
import type { GroupView } from "@/lib/absences/settings/schema";
import { deleteGroup, keepGroup } from "../actions";

type Option = { value: string; label: string };
type GroupsProps = { poolId: string; groups: readonly GroupView[]; people: Option[] };

/** People who may not all be away at a time. */
export function Groups({ poolId, groups, people }: GroupsProps) {
  const t = useTranslations("absences.group");
  const format = useFormatter();
  return (
    <div className="grid gap-3">
      {groups.length === 0 && <p className="text-base text-ink-2">{t("none")}</p>}
      <ul>
        {groups.map((group) => {
          const { id, name, mostAway, members } = group;
          const names = format.list(members.map((member) => member.name));
          return (
            <li key={id} className="grid gap-1 border-b border-line py-2">
              <div className="flex flex-wrap items-center gap-x-4">
                <GroupForm poolId={poolId} people={people} group={group} summary={name} />
                <span className="flex-1" />
                <RemoveForm
                  action={deleteGroup}
                  id={id}
                  label={t("remove")}
                  labelOf={t("removeOf", { name })}
                  done={t("removed")}
                />
              </div>
              <p className="text-sm text-ink-2">{t("line", { count: mostAway, names })}</p>
            </li>
          );
        })}
      </ul>
      <GroupForm poolId={poolId} people={people} group={null} summary={t("new")} />
    </div>
  );
}

type GroupFormProps = { poolId: string; people: Option[]; group: GroupView | null; summary: string };

function GroupForm({ poolId, people, group, summary }: GroupFormProps) {
  const t = useTranslations("absences.group");
  const values = {
    name: group?.name ?? "",
    mostAway: String(group?.mostAway ?? 1),
    "memberIds[]": group?.members.map((member) => member.id) ?? [],
  };
  return (
    <Form
      action={keepGroup}
      values={values}
      done={t("added")}
      refusals={useRefusalWords()}
      resetWhenDone={group === null}
    >
      <input type="hidden" name="poolId" value={poolId} />
      {group && <input type="hidden" name="id" value={group.id} />}
      <FormDisclosure summary={summary}>
        <TextField name="name" label={t("name")} maxLength={80} isRequired className="max-w-md" />
        <NumberField name="mostAway" label={t("mostAway")} min={1} max={100} isRequired />
        <CheckboxGroup name="memberIds[]" label={t("members")} options={people} columns={2} />
        <Button type="submit" className="w-fit">
          {t("add")}
        </Button>
      </FormDisclosure>
    </Form>
  );
}
