"use client";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/layout/cx";
import { Kbd } from "@/components/ui/layout/kbd";
import { useFrame } from "./frame-context";
import { FrameIcon } from "./frame-icon";
import { useCommandKey } from "./use-command-key";

/** The box in the menu that opens the palette; `closes` is a popover it stands in. */
export function PaletteButton({ closes, className }: { closes?: string; className?: string }) {
  const t = useTranslations("nav.palette");
  const { openPalette } = useFrame();
  const command = useCommandKey();
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={() => {
        if (closes) document.getElementById(closes)?.hidePopover();
        openPalette();
      }}
      className={cx(
        "flex h-8 w-full shrink-0 cursor-default items-center gap-2 rounded-md bg-surface px-2 text-sm text-ink-3 ring-1 ring-line ring-inset hover:ring-line-2 touch:h-11 touch:w-auto touch:flex-1",
        className,
      )}
    >
      <FrameIcon name="search" className="size-3.5" />
      <span className="min-w-0 flex-1 truncate text-left">{t("open")}</span>
      <Kbd className="touch:hidden">{command === "⌘" ? "⌘K" : "Ctrl K"}</Kbd>
    </button>
  );
}
