"use client";
import { useTranslations } from "next-intl";
import { useWeekdayWords } from "@/components/time/use-day-words";
import { CheckboxGroup } from "@/components/ui/forms/checkbox";
import { NumberField } from "@/components/ui/forms/text-field";
import type { Recurrence } from "@/lib/time/recurrence";

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** On which days something recurs: weekdays, or a day of each month. */
export function RecurrenceFields({ recurrence }: { recurrence?: Recurrence | undefined }) {
  const t = useTranslations("common.recurrence");
  const nameOf = useWeekdayWords();
  return (
    <>
      <CheckboxGroup
        name="weekdays[]"
        label={t("weekdays")}
        columns={3}
        defaultValue={recurrence?.weekdays.map(String) ?? []}
        options={WEEKDAYS.map((weekday) => ({ value: String(weekday), label: nameOf(weekday, "long") }))}
      />
      <NumberField
        name="monthDay"
        label={t("monthDay")}
        description={t("monthDayHint")}
        min={1}
        max={31}
        defaultValue={recurrence?.monthDay ?? undefined}
        isRequired={false}
      />
    </>
  );
}
