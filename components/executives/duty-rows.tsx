"use client";
import { useTranslations } from "next-intl";
import { FormRows } from "@/components/ui/forms/form-rows";
import type { Option } from "@/components/ui/forms/options";
import { Select } from "@/components/ui/forms/select";
import { NumberField } from "@/components/ui/forms/text-field";
import { COVER_LEVELS } from "@/lib/executives/schema";

const PROFICIENCIES = ["1", "2", "3", "4", "5"].map((value) => ({ value, label: value }));

type DutyRowsProps = {
  duties: Option[];
  label: string;
  description: string;
};

/** What an executive needs: duty, minutes a day, least proficiency and how much continues under cover. */
export function DutyRows({ duties, label, description }: DutyRowsProps) {
  const t = useTranslations("people");
  return (
    <FormRows
      name="duties"
      label={label}
      isLabelHidden
      description={description}
      addLabel={t("fields.addRow")}
      removeLabel={(row) => t("fields.removeRow", { row })}
      spare={2}
      row={(prefix) => (
        <div className="grid grid-cols-2 gap-2 lg:grid-cols-[2fr_5rem_5.5rem_2fr]">
          <Select
            name={`${prefix}.dutyId`}
            label={t("fields.duty")}
            options={duties}
            placeholder="–"
            className="max-lg:col-span-2"
          />
          <NumberField
            name={`${prefix}.minutesPerDay`}
            label={t("fields.minutesShort")}
            min={0}
            max={1440}
            defaultValue="30"
          />
          <Select
            name={`${prefix}.minProficiency`}
            label={t("fields.minProficiencyShort")}
            options={PROFICIENCIES}
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
