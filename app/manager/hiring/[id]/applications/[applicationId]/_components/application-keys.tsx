"use client";
import { useTranslations } from "next-intl";
import { useMarkedKeys } from "@/components/requests/use-marked-keys";
import { PageShortcuts } from "@/components/shell/page-shortcuts";

/** J and K lead to the next and the previous candidate of the stage. */
export function ApplicationKeys() {
  const t = useTranslations("hiring.keys");
  useMarkedKeys();
  return (
    <PageShortcuts
      title={t("title")}
      shortcuts={[
        { keys: ["J"], label: t("next") },
        { keys: ["K"], label: t("previous") },
      ]}
    />
  );
}
