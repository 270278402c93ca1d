"use client";
import { useTranslations } from "next-intl";
import { useMarkedKeys } from "@/components/requests/use-marked-keys";
import { PageShortcuts } from "@/components/shell/page-shortcuts";

/** The keys of an assistant's requests. */
export function QueueKeys() {
  const t = useTranslations("requests.keys");
  useMarkedKeys();
  return (
    <PageShortcuts
      title={t("title")}
      shortcuts={[
        { keys: ["J"], label: t("next") },
        { keys: ["K"], label: t("previous") },
        { keys: ["Enter"], label: t("open") },
        { keys: ["S"], label: t("start") },
        { keys: ["W"], label: t("wait") },
        { keys: ["D"], label: t("done") },
        { keys: ["A"], label: t("passOn") },
        { keys: ["M"], label: t("merge") },
        { keys: ["E"], label: t("change") },
        { keys: ["R"], label: t("reply") },
        { keys: ["C"], label: t("new") },
      ]}
    />
  );
}
