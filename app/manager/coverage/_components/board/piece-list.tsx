"use client";
import { Pin, PinOff, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { BoardCell } from "@/app/manager/coverage/board-view";
import { Button } from "@/components/ui/forms/button";
import { SlotIcon, slotStyle } from "@/components/ui/layout/badge";
import { cx } from "@/components/ui/layout/cx";
import type { BoardPiece } from "@/lib/coverage/board/rules";
import { useBoard } from "./board-context";

type PieceListProps = { cell: BoardCell; close: () => void };

/** The parts of a box: who has which hours and duties, with what can be done with each, what is open, and the executive's own. */
export function PieceList({ cell, close }: PieceListProps) {
  const t = useTranslations("board.panel");
  const { names, words } = useBoard();
  const own = cell.ownId ? names.assistants[cell.ownId] : undefined;
  return (
    <div className="grid gap-1.5">
      {own && <p className="text-sm text-ink-2">{t("ownForRest", { name: own })}</p>}
      <ul className="grid gap-1.5">
        {cell.pieces.map((piece) => (
          <PieceRow
            key={JSON.stringify([piece.window, piece.dutyIds])}
            cell={cell}
            piece={piece}
            close={close}
          />
        ))}
        {cell.own.map(words.part).map(({ who, what }) => (
          <li
            key={who}
            className={cx("flex min-h-11 items-center gap-2 rounded-md px-2 py-1 text-sm", slotStyle.own)}
          >
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

function PieceRow({ cell, piece, close }: PieceListProps & { piece: BoardPiece }) {
  const t = useTranslations("board");
  const { names, words, release, togglePin } = useBoard();
  const { who, what } = words.part(piece);
  const { assistantId, coverageAssignmentId: coverId, pinned } = piece;
  const mark = assistantId ? "cover" : "gap";
  const proposed = piece.proposedAssistantId ? names.assistants[piece.proposedAssistantId] : undefined;
  const cover = assistantId && coverId ? { assistantId, coverId, pinned } : null;
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
            aria-label={t(pinned ? "panel.unpinName" : "panel.pinName", { name: who })}
            icon={pinned ? <PinOff aria-hidden className="size-4" /> : <Pin aria-hidden className="size-4" />}
            onPress={() => {
              togglePin(cell, cover);
              close();
            }}
          />
          <Button
            aria-label={t("panel.releaseName", { name: who })}
            icon={<X aria-hidden className="size-4" />}
            onPress={() => {
              release(cell, cover);
              close();
            }}
          />
        </span>
      )}
    </li>
  );
}
