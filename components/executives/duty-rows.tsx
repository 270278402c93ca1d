"use client";
import { useTranslations } from "next-intl";
import { COVER_LEVELS } from "@/lib/executives/schema";
import { FormRows } from "../ui/form-rows";
import { type Option, Select } from "../ui/select";
import { NumberField } from "../ui/text-field";

type DutyRowsProps = {
  duties: Option[];
  proficiencies: Option[];
  label: string;
  description: string;
};

/** What an executive needs: duty, minutes a day, least proficiency and how much continues under cover. */
export function DutyRows({ duties, proficiencies, label, description }: DutyRowsProps) {
  const t = useTranslations("people");
  return (
    <FormRows
      name="duties"
      label={label}
      description={description}
      addLabel={t("fields.addRow")}
      removeLabel={(row) => t("fields.removeRow", { row })}
      spare={2}
      row={(prefix) => (
        <div className="grid grid-cols-2 gap-2 lg:grid-cols-[2fr_1fr_1.5fr_2fr]">
          <Select
            name={`${prefix}.dutyId`}
            label={t("fields.duty")}
            options={duties}
            placeholder="–"
            className="max-lg:col-span-2"
          />
          <NumberField
            name={`${prefix}.minutesPerDay`}
            label={t("fields.minutes")}
            min={0}
            max={1440}
            defaultValue="30"
          />
          <Select
            name={`${prefix}.minProficiency`}
            label={t("fields.minProficiency")}
            options={proficiencies}
            defaultValue="3"
          />
          <Select
            name={`${prefix}.coverLevel`}
            label={t("fields.coverLevel")}
            options={COVER_LEVELS.map((value) => ({ value, label: t(`coverLevelLong.${value}`) }))}
            defaultValue="full"
            className="max-lg:col-span-2"
          />
        </div>
      )}
    />
  );
}
