"use client";
import { useLocale, useTranslations } from "next-intl";
import { useCallback } from "react";
import { localeOf } from "@/lib/i18n/locales";
import { refusalValues } from "@/lib/i18n/refusals";

const NO_NAMES: Readonly<Record<string, string>> = {};

export type Refused = { reason?: string; details?: Record<string, unknown> };

/** The words for any reason a person is refused for, with its names and dates. */
export function useRefusalWords(dutyNames = NO_NAMES): (refused: Refused) => string {
  const t = useTranslations("refusals");
  const unanswered = useTranslations("common.unanswered");
  const locale = localeOf(useLocale());
  return useCallback(
    ({ reason = "unknown", details }) => {
      const key = reason as "unknown";
      if (unanswered.has(key as "failed")) return unanswered(key as "failed");
      return t(t.has(key) ? key : "unknown", refusalValues(details, locale, dutyNames) as never);
    },
    [t, unanswered, locale, dutyNames],
  );
}
