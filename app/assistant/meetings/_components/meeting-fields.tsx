"use client";
import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/dates/date-field";
import { Select } from "@/components/ui/forms/select";
import { TextField } from "@/components/ui/forms/text-field";
import { MEETING_LENGTHS } from "@/lib/meetings/rules-choices";
import type { Day } from "@/lib/time/day";

type MeetingFieldsProps = { title: string; place: string; minutes: number; from: Day; to: Day };

/** What a meeting is about, how long it takes, where, and between which days it is to be. */
export function MeetingFields({ title, place, minutes, from, to }: MeetingFieldsProps) {
  const t = useTranslations("meetings");
  const lengths: readonly number[] = MEETING_LENGTHS;
  const offered = lengths.includes(minutes) ? lengths : [...lengths, minutes].sort((a, b) => a - b);
  return (
    <>
      <TextField
        name="title"
        label={t("form.title")}
        description={t("form.titleHint")}
        defaultValue={title}
        maxLength={120}
        isRequired
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          name="minutes"
          label={t("form.length")}
          defaultValue={String(minutes)}
          options={offered.map((one) => ({ value: String(one), label: t("length", { minutes: one }) }))}
        />
        <TextField name="place" label={t("form.place")} defaultValue={place} maxLength={200} />
        <DateField name="from" label={t("form.from")} defaultValue={from} isRequired />
        <DateField name="to" label={t("form.to")} defaultValue={to} isRequired />
      </div>
    </>
  );
}
