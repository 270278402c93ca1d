"use client";
import { useTranslations } from "next-intl";
import { useCallback } from "react";

/** The words of a refusal about handovers and profiles; undefined for reasons of others. */
export function useHandoverRefusals() {
  const t = useTranslations("handovers.refusals");
  return useCallback(
    ({ reason }: { status: string; reason?: string }): string | undefined => {
      const key = reason as "changed_meanwhile";
      return reason && t.has(key) ? t(key) : undefined;
    },
    [t],
  );
}
