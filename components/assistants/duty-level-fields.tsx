"use client";
import { useTranslations } from "next-intl";
import type { Option } from "@/components/ui/forms/options";
import { Select } from "@/components/ui/forms/select";
import { NumberField } from "@/components/ui/forms/text-field";

type RowProps = { prefix: string; row: number };

/** The duty of a row. */
export function DutyField({ prefix, row, options }: RowProps & { options: readonly Option[] }) {
  const t = useTranslations("people.fields");
  return (
    <Select
      name={`${prefix}.dutyId`}
      label={t("dutyOf", { row })}
      placeholder={t("noDuty")}
      options={[...options]}
    />
  );
}

/** At which level, 1 to 5, the duty of a row is mastered, learnt or asked for. */
export function LevelField({ prefix, row, usual = "3" }: RowProps & { usual?: string }) {
  const t = useTranslations("people.fields");
  return (
    <NumberField
      name={`${prefix}.level`}
      label={t("levelOf", { row })}
      min={1}
      max={5}
      defaultValue={usual}
    />
  );
}
