"use client";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { PageShortcuts } from "@/components/shell/page-shortcuts";
import { isPageKey } from "@/components/ui/overlays/page-key";
import type { PadSheetProps } from "./pad-sheet";

const PadSheet = dynamic(async () => (await import("./pad-sheet")).PadSheet, { ssr: false });

/** P opens the message pad over any page, not while one types; what it needs is loaded then. */
export function PadKey(props: Omit<PadSheetProps, "isOpen" | "onOpenChange">) {
  const t = useTranslations("requests");
  const [isOpen, setOpen] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "p" || !isPageKey(event)) return;
      event.preventDefault();
      setWasOpen(true);
      setOpen(true);
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <>
      <PageShortcuts
        isEverywhere
        title={t("messages.title")}
        shortcuts={[{ keys: ["P"], label: t("keys.pad") }]}
      />
      {wasOpen && <PadSheet {...props} isOpen={isOpen} onOpenChange={setOpen} />}
    </>
  );
}
