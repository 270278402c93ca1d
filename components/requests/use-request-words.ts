"use client";
import { useTranslations } from "next-intl";
import { useCallback } from "react";

type Refused = { status: string; reason?: string; details?: Record<string, unknown> };

/** The words of a refusal about requests; undefined for reasons of others. */
export function useRequestRefusals() {
  const t = useTranslations("requests");
  return useCallback(
    (answer: Refused): string | undefined => {
      const key = `refusals.${answer.reason}` as "refusals.not_possible_now";
      return t.has(key) ? t(key, { status: String(answer.details?.status ?? "") }) : undefined;
    },
    [t],
  );
}
