"use client";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { PageShortcuts } from "@/components/shell/page-shortcuts";
import { isPageKey } from "@/components/ui/overlays/page-key";

/** J and K walk from card to card as they stand on the board; Enter opens the one with the focus. */
export function BoardKeys() {
  const t = useTranslations("hiring.keys");
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const step = { j: 1, k: -1 }[event.key.toLowerCase()];
      if (!step || !isPageKey(event)) return;
      const cards = [...document.querySelectorAll<HTMLElement>("[data-card] a")];
      const at = cards.indexOf(document.activeElement as HTMLElement);
      const next = cards[at === -1 ? 0 : at + step];
      if (!next) return;
      event.preventDefault();
      next.focus();
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
      ]}
    />
  );
}
