"use client";
import { useTranslations } from "next-intl";
import { AddForm } from "@/app/_shared/forms/add-form";
import { RemoveForm } from "@/app/_shared/forms/remove-form";
import { TimeField } from "@/components/ui/dates/time-field";
import { Select } from "@/components/ui/forms/select";
import { NumberField, TextField } from "@/components/ui/forms/text-field";
import type { TemplateView } from "@/lib/schedules/setup/schema";
import { hoursText } from "@/lib/time/hours";
import { deleteTemplate, makeTemplate } from "../actions";

type TemplatesProps = {
  poolId: string;
  templates: readonly TemplateView[];
  names: Readonly<Record<string, string>>;
  roles: { value: string; label: string }[];
};

/** Shifts that a pool plans again and again. */
export function Templates({ poolId, templates, names, roles }: TemplatesProps) {
  const t = useTranslations("schedule.setup.templates");
  return (
    <div className="grid gap-3">
      <p className="text-base text-ink-2">{templates.length === 0 ? t("none") : t("hint")}</p>
      <ul>
        {templates.map(({ id, name, work, ...hours }) => (
          <li key={id} className="flex items-center gap-x-4 border-b border-hair">
            <span className="min-w-0 flex-1">
              {name}{" "}
              <span className="tnum text-sm text-ink-2">
                {hoursText(hours)} · {[...new Set(work.map(({ roleId }) => names[roleId]))].join(", ")}
              </span>
            </span>
            <RemoveForm
              action={deleteTemplate}
              id={id}
              label={t("remove")}
              labelOf={t("removeOf", { name })}
              done={t("removed")}
            />
          </li>
        ))}
      </ul>
      {roles.length > 0 && (
        <AddForm
          action={makeTemplate}
          values={{ startMinute: "08:00", endMinute: "17:00", breakMinutes: "60" }}
          label={t("add")}
          done={t("added")}
        >
          <input type="hidden" name="poolId" value={poolId} />
          <TextField name="name" label={t("name")} maxLength={40} isRequired />
          <Select name="roleId" label={t("role")} options={roles} isRequired />
          <div className="grid grid-cols-3 gap-3">
            <TimeField name="startMinute" label={t("from")} isRequired />
            <TimeField name="endMinute" label={t("to")} isRequired />
            <NumberField name="breakMinutes" label={t("break")} min={0} max={240} isRequired />
          </div>
        </AddForm>
      )}
    </div>
  );
}
