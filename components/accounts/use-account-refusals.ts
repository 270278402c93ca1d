"use client";
import { useTranslations } from "next-intl";
import { useCallback } from "react";

/** The words of a refusal about accounts and links; undefined for reasons of others. */
export function useAccountRefusals(): (answer: { status?: string; reason?: string }) => string | undefined {
  const t = useTranslations("accounts.refusals");
  return useCallback(
    ({ reason }) => {
      const key = reason as "link_unknown";
      return reason && t.has(key) ? t(key) : undefined;
    },
    [t],
  );
}
