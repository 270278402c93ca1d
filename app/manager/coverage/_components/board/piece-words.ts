"use client";
import { useFormatter, useTranslations } from "next-intl";
import type { BoardPiece } from "@/lib/coverage/board/rules";
import { hoursText } from "@/lib/time/hours";
import { useBoard } from "./board-context";

type Part = { window?: BoardPiece["window"]; dutyIds: readonly string[]; assistantId: string | null };

/** The words for a part of a half-day: who has it, or that it is a gap, and which hours and duties it is. */
export function usePieceWords() {
  const t = useTranslations("board");
  const format = useFormatter();
  const { names } = useBoard();
  return ({ window, dutyIds, assistantId }: Part): { who: string; what: string } => {
    const duties = dutyIds.map((id) => (names.duties[id] ?? id).toLocaleLowerCase());
    const parts = [
      ...(window ? [hoursText(window)] : []),
      ...(duties.length > 0 ? [format.list(duties, { type: "unit" })] : []),
    ];
    const who = assistantId ? (names.assistants[assistantId] ?? "") : t("status.gap");
    return { who, what: parts.join(", ") };
  };
}
