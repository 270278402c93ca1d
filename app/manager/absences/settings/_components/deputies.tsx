"use client";
import { useTranslations } from "next-intl";
import { AddForm } from "@/app/_shared/forms/add-form";
import { RemoveForm } from "@/app/_shared/forms/remove-form";
import { useRangeWords } from "@/components/time/use-range-words";
import { DateField } from "@/components/ui/dates/date-field";
import { Select } from "@/components/ui/forms/select";
import type { DeputyView } from "@/lib/absences/deciders/schema";
import { endDeputy, nameDeputy } from "../actions";

type DeputiesProps = {
  deputies: readonly DeputyView[];
  deciders: { value: string; label: string }[];
  own: string;
  isAdministrator: boolean;
  today: string;
};

/** Who decides in whose place, and when. */
export function Deputies({ deputies, deciders, own, isAdministrator, today }: DeputiesProps) {
  const t = useTranslations("absences.deputy");
  const common = useTranslations("common.form");
  const stretch = useRangeWords();
  return (
    <div className="grid gap-3">
      {deputies.length === 0 && <p className="text-base text-ink-2">{t("none")}</p>}
      <ul>
        {deputies.map(({ id, managerId, managerName, deputyId, deputyName, from, to }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 border-b border-line py-1">
            <p className="min-w-0 flex-1">
              {t("line", { deputy: deputyName, manager: managerName })}{" "}
              <span className="text-ink-2">· {stretch({ from, fromPart: "am", to, toPart: "pm" })}</span>
            </p>
            {(isAdministrator || own === managerId || own === deputyId) && (
              <RemoveForm
                action={endDeputy}
                id={id}
                label={t("remove")}
                labelOf={t("removeOf", { name: deputyName })}
                done={t("removed")}
              />
            )}
          </li>
        ))}
      </ul>
      <AddForm action={nameDeputy} values={{ managerId: own }} label={t("add")} done={t("added")}>
        {isAdministrator && <Select name="managerId" label={t("manager")} options={deciders} />}
        <Select
          name="deputyId"
          label={t("deputy")}
          options={deciders}
          placeholder={common("choose")}
          isRequired
        />
        <DateField name="from" label={t("from")} defaultValue={today} isRequired />
        <DateField name="to" label={t("to")} defaultValue={today} isRequired />
      </AddForm>
    </div>
  );
}
