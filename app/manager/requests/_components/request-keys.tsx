"use client";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { PageShortcuts } from "@/components/shell/page-shortcuts";
import { isTyping } from "@/components/ui/forms/typing";

/** The keys of the list of requests: C files one for an executive. */
export function RequestKeys() {
  const t = useTranslations("requests.keys");
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const isModified = event.metaKey || event.ctrlKey || event.altKey;
      if (isModified || event.defaultPrevented || isTyping(event) || event.key.toLowerCase() !== "c") return;
      document.querySelector<HTMLElement>('[data-key="c"]')?.click();
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
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
