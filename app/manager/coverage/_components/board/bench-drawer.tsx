"use client";
import { UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { buttonStyle } from "@/components/ui/forms/button-style";
import { cx } from "@/components/ui/layout/cx";

const Sheet = lazy(() =>
  import("@/components/ui/overlays/sheet").then((module) => ({ default: module.Sheet })),
);

/** Who is free, where there is no room for them beside the board. */
export function BenchDrawer({ bench }: { bench: ReactNode }) {
  const t = useTranslations("board.bench");
  const [isOpen, setOpen] = useState<boolean | null>(null);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className={cx(buttonStyle("ghost"), "h-7 px-2 min-[1440px]:hidden")}
      >
        <UsersRound aria-hidden />
        {t("title")}
      </button>
      {isOpen !== null && (
        <Suspense>
          <Sheet title={t("title")} isOpen={isOpen} onOpenChange={setOpen}>
            <div className="-m-4 md:-mx-5">{bench}</div>
          </Sheet>
        </Suspense>
      )}
    </>
  );
}
