"use client";
import { Pin, PinOff, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/forms/button";
import { SlotIcon, slotStyle } from "@/components/ui/layout/badge";
import { cx } from "@/components/ui/layout/cx";
import type { BoardPiece } from "@/lib/coverage/board/rules";
import { type Act, useBoard } from "./board-context";

type PieceListProps = { act: Act; isFixed?: boolean; close: () => void };

/** The parts of a half-day: who has which hours and duties, with what can be done with each, what is open, and the executive's own. */
export function PieceList({ act, isFixed = false, close }: PieceListProps) {
  const t = useTranslations("board.panel");
  const { names, words } = useBoard();
  const { stretch } = act;
  const own = stretch.ownId ? names.assistants[stretch.ownId] : undefined;
  return (
    <div className="grid gap-1.5">
      {own && <p className="text-sm text-ink-2">{t("ownForRest", { name: own })}</p>}
      <ul className="grid gap-1.5">
        {stretch.pieces.map((piece) => (
          <PieceRow key={JSON.stringify([piece.window, piece.dutyIds])} {...{ act, piece, isFixed, close }} />
        ))}
        {stretch.own.map(words.part).map(({ who, what }) => (
          <li key={who} className="flex min-h-11 items-center gap-2 rounded-md bg-own-bg px-2 py-1 text-sm">
            <SlotIcon mark="own" />
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{who}</span>
              <span className="block text-xs">{what}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function PieceRow({ act, piece, isFixed, close }: PieceListProps & { piece: BoardPiece }) {
  const t = useTranslations("board");
  const { names, words, release, togglePin } = useBoard();
  const { who, what } = words.part(piece);
  const { assistantId, coverageAssignmentId: coverId, pinned } = piece;
  const mark = assistantId ? "cover" : "gap";
  const proposed = piece.proposedAssistantId ? names.assistants[piece.proposedAssistantId] : undefined;
  const cover = assistantId && coverId && !isFixed ? { assistantId, coverId, pinned } : null;
  const then = (what_: () => void) => () => {
    what_();
    close();
  };
  return (
    <li
      className={cx(
        "flex min-h-11 flex-wrap items-center gap-2 rounded-md px-2 py-1 text-sm",
        slotStyle[mark],
      )}
    >
      <SlotIcon mark={mark} />
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{who}</span>
        <span className="block text-xs">{what}</span>
        {proposed && <span className="block text-xs">{t("panel.planSays", { name: proposed })}</span>}
      </span>
      {cover && (
        <span className="flex gap-1">
          <Button
            variant="ghost"
            size="icon"
            aria-label={t(pinned ? "panel.unpinName" : "panel.pinName", { name: who })}
            icon={pinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}
            onPress={then(() => togglePin(act, cover))}
          />
          <Button
            variant="ghost"
            size="icon"
            aria-label={t("panel.releaseName", { name: who })}
            icon={<X aria-hidden />}
            onPress={then(() => release(act, cover))}
          />
        </span>
      )}
    </li>
  );
}
