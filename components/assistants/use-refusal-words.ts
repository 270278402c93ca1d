"use client";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useCallback } from "react";
import { capitalised, languageName, weekdayName } from "@/lib/assistants/rules-names";
import { localeOf } from "@/lib/i18n/locales";

const NO_NAMES: Record<string, string> = {};

type Refused = { status: string; reason?: string; details?: Record<string, unknown> };

/** The words of a refusal about people and support, with its names and dates; undefined for reasons of others. */
export function useRefusalWords(dutyNames = NO_NAMES) {
  const t = useTranslations("people");
  const format = useFormatter();
  const locale = localeOf(useLocale());
  return useCallback(
    (answer: Refused): string | undefined => {
      const key = `refusals.${answer.reason}` as "refusals.email_taken";
      if (!t.has(key)) return undefined;
      const { weekday, language, duty, from, to, leavesOn, assistant, dutyIds } = answer.details ?? {};
      const dutyOf = (id: unknown) => dutyNames[String(id)] ?? String(id ?? "");
      const day = (value: unknown) =>
        value ? format.dateTime(new Date(`${value}T00:00:00Z`), "dayYear", { timeZone: "UTC" }) : "";
      const term = to
        ? t("support.term.closed", { from: day(from), to: day(to) })
        : t("support.term.open", { from: day(from) });
      return t(key, {
        weekday: weekday ? weekdayName(Number(weekday), locale) : "",
        language: language ? capitalised(languageName(String(language), locale)) : "",
        duty: dutyOf(duty),
        leavesOn: day(leavesOn),
        assistant: String(assistant ?? ""),
        duties:
          Array.isArray(dutyIds) && dutyIds.length > 0
            ? format.list(dutyIds.map(dutyOf), { type: "conjunction" })
            : "none",
        term,
      } as never);
    },
    [t, format, locale, dutyNames],
  );
}
