"use client";
import { useTranslations } from "next-intl";
import { FormRows } from "@/components/ui/forms/form-rows";
import type { Option } from "@/components/ui/forms/options";
import { Select } from "@/components/ui/forms/select";
import { CEFR_LEVELS } from "@/lib/assistants/schema";

type RowsProps = { options: Option[]; description: string; label: string };

const PROFICIENCIES = ["1", "2", "3", "4", "5"] as const;

function useProficiencies(): Option[] {
  const t = useTranslations("people.proficiency");
  return PROFICIENCIES.map((value) => ({ value, label: t(value) }));
}

/** Duties an assistant masters, and how well. */
export function SkillRows({ options, label, description }: RowsProps) {
  const t = useTranslations("people.fields");
  const proficiencies = useProficiencies();
  return (
    <FormRows
      name="skills"
      label={label}
      isLabelHidden
      description={description}
      addLabel={t("addRow")}
      removeLabel={(row) => t("removeRow", { row })}
      spare={2}
      row={(prefix) => (
        <div className="grid gap-2 sm:grid-cols-2">
          <Select name={`${prefix}.dutyId`} label={t("duty")} options={options} placeholder="–" />
          <Select
            name={`${prefix}.proficiency`}
            label={t("proficiency")}
            options={proficiencies}
            defaultValue="3"
          />
        </div>
      )}
    />
  );
}

type LanguageRowsProps = Omit<RowsProps, "description"> & {
  description?: string;
  isLabelHidden?: boolean;
  /** The words for no particular level, where that may be chosen. */
  anyLevel?: string;
};

/** Languages and their CEFR levels. */
export function LanguageRows({ options, isLabelHidden = true, anyLevel, ...frame }: LanguageRowsProps) {
  const t = useTranslations("people.fields");
  return (
    <FormRows
      name="languages"
      isLabelHidden={isLabelHidden}
      {...frame}
      addLabel={t("addRow")}
      removeLabel={(row) => t("removeRow", { row })}
      row={(prefix) => (
        <div className="grid gap-2 sm:grid-cols-2">
          <Select name={`${prefix}.language`} label={t("language")} options={options} placeholder="–" />
          <Select
            name={`${prefix}.level`}
            label={t("level")}
            options={CEFR_LEVELS.map((level) => ({ value: level, label: level }))}
            placeholder={anyLevel}
            defaultValue={anyLevel === undefined ? "B2" : ""}
          />
        </div>
      )}
    />
  );
}
