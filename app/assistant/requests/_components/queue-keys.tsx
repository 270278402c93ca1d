"use client";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { PageShortcuts } from "@/components/shell/page-shortcuts";
import { isTyping } from "@/components/ui/forms/typing";

const OVER = "[role=dialog]:not([popover]), [role=alertdialog], [role=menu], dialog[open], :popover-open";

/** The keys of a queue: each presses, opens or enters what is marked with it; none while one types. */
export function QueueKeys() {
  const t = useTranslations("requests.keys");
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const isModified = event.metaKey || event.ctrlKey || event.altKey;
      if (isModified || event.defaultPrevented || isTyping(event) || document.querySelector(OVER)) return;
      const target = document.querySelector<HTMLElement>(
        `[data-key="${CSS.escape(event.key.toLowerCase())}"]`,
      );
      if (!target) return;
      event.preventDefault();
      if (target instanceof HTMLTextAreaElement) target.focus();
      else (target.closest("summary") ?? target).click();
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
        { keys: ["Enter"], label: t("open") },
        { keys: ["S"], label: t("start") },
        { keys: ["W"], label: t("wait") },
        { keys: ["D"], label: t("done") },
        { keys: ["A"], label: t("passOn") },
        { keys: ["R"], label: t("reply") },
        { keys: ["C"], label: t("new") },
        { keys: ["P"], label: t("pad") },
      ]}
    />
  );
}
