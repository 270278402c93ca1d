"use client";
import { useTranslations } from "next-intl";
import { useMarkedKeys } from "@/components/requests/use-marked-keys";
import { PageShortcuts } from "@/components/shell/page-shortcuts";

/** The keys of a manager's requests. */
export function RequestKeys() {
  const t = useTranslations("requests.keys");
  useMarkedKeys();
  return (
    <PageShortcuts
      title={t("title")}
      shortcuts={[
        { keys: ["J"], label: t("next") },
        { keys: ["K"], label: t("previous") },
        { keys: ["C"], label: t("new") },
      ]}
    />
  );
}
