"use client";
import { useTranslations } from "next-intl";
import type { Show } from "@/app/manager/coverage/board-address";
import { EmptyState } from "@/components/ui/layout/empty-state";

type NothingShownProps = { show: Show; setShow: (change: Partial<Show>) => void };

/** A board without a line to show, and the way back to all of them. */
export function NothingShown({ show, setShow }: NothingShownProps) {
  const t = useTranslations("board");
  return (
    <div className="p-5">
      <EmptyState
        action={
          <button
            type="button"
            onClick={() => setShow({ query: "", onlyGaps: false })}
            className="font-medium text-accent-text"
          >
            {t("everyone")}
          </button>
        }
      >
        {show.query ? t("empty.noMatch") : t("gapsNone")}
      </EmptyState>
    </div>
  );
}
