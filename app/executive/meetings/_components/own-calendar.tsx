"use client";
import { useFormatter, useTranslations } from "next-intl";
import { DisclosedForm } from "@/app/_shared/forms/disclosed-form";
import { TapForm } from "@/app/_shared/forms/tap-form";
import { CalendarFileField } from "@/components/meetings/calendar-file-field";
import { Section } from "@/components/ui/layout/page";
import type { BusyCalendarView } from "@/lib/meetings/busy/schema";
import { forgetCalendar, keepCalendar } from "../actions";

/** The executive's own calendar as far as it is known: only when they are busy, and how to hand in a newer file. */
export function OwnCalendar({ calendar }: { calendar: BusyCalendarView | null }) {
  const t = useTranslations("meetings.busy");
  const format = useFormatter();
  return (
    <Section title={t("own")}>
      <p className="text-sm text-ink-2 text-pretty">
        {calendar
          ? t("known", {
              at: format.dateTime(new Date(calendar.readAt), "moment"),
              count: calendar.count,
            })
          : t("none")}
      </p>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <DisclosedForm
          action={keepCalendar}
          summary={t(calendar ? "renew" : "handIn")}
          submit={t("read")}
          done={t("done")}
          fields={{}}
          adds
        >
          <CalendarFileField label={t("file")} description={t("fileHint")} />
        </DisclosedForm>
        {calendar && (
          <TapForm
            action={forgetCalendar}
            fields={{}}
            label={t("forget")}
            done={t("forgotten")}
            variant="ghost"
          />
        )}
      </div>
    </Section>
  );
}
