"use client";
import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/dates/date-field";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Select } from "@/components/ui/forms/select";
import { TextField } from "@/components/ui/forms/text-field";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { WhatIfOptions } from "@/lib/coverage/what-if/queries-options";
import type { Day } from "@/lib/time/day";
import { useFindInPool } from "./use-find-in-pool";

type ExecutiveFieldsProps = { options: WhatIfOptions; duties: { id: string; name: string }[]; firstDay: Day };

/** Like whom a new executive is, from when, and what is different about them: tier, primary assistant, duties. */
export function ExecutiveFields({ options, duties, firstDay }: ExecutiveFieldsProps) {
  const t = useTranslations("whatIf.add");
  const find = useFindInPool(options);
  return (
    <>
      <Select
        name="likeExecutive"
        label={t("like")}
        placeholder={t("choose")}
        options={options.executives.map(({ id, name, title }) => ({
          value: id,
          label: name,
          hint: title,
        }))}
        find={find.executives}
        isRequired
      />
      <DateField name="from" label={t("joinsFrom")} defaultValue={firstDay} isRequired />
      <Select
        name="tier"
        label={t("tier")}
        placeholder={t("asTheirs")}
        options={[1, 2, 3, 4, 5].map((tier) => ({ value: String(tier), label: String(tier) }))}
      />
      <Select
        name="primary"
        label={t("primary")}
        placeholder={t("nobody")}
        options={options.assistants.map(({ id, name }) => ({ value: id, label: name }))}
        find={find.assistants}
      />
      <Disclosure tone="quiet" summary={t("otherDuties")}>
        <fieldset className="grid gap-x-3 pt-1 sm:grid-cols-2">
          <legend className="sr-only">{t("otherDuties")}</legend>
          {duties.map(({ id, name }) => (
            <Checkbox key={id} name="duty" value={id} label={name} />
          ))}
        </fieldset>
        <TextField
          name="minutes"
          type="number"
          min={1}
          max={480}
          label={t("minutes")}
          defaultValue="60"
          controlClassName="max-w-28"
        />
      </Disclosure>
    </>
  );
}
