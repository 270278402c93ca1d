"use client";
import { useFormatter, useTranslations } from "next-intl";
import type { BoardCell } from "@/app/manager/coverage/board-view";
import { useRangeWords } from "@/components/time/use-range-words";
import type { BoardPiece } from "@/lib/coverage/board/rules";
import { hoursText } from "@/lib/time/hours";
import type { Names } from "./board-context";

type Part = { window?: BoardPiece["window"]; dutyIds: readonly string[]; assistantId: string | null };

/** The words of the board's boxes. */
export type SlotWords = {
  /** Who has a part of a half-day, or that it is a gap, and which hours and duties it is. */
  part: (part: Part) => { who: string; what: string };
  /** What stands in a box. */
  shown: (cell: BoardCell) => string;
  /** What a box is, said whole. */
  label: (cell: BoardCell) => string;
  half: (half: "am" | "pm") => string;
};

/** The words of all boxes, made ready once for the board. */
export function useSlotWords(names: Names): SlotWords {
  const t = useTranslations("board");
  const date = useTranslations("common.date");
  const format = useFormatter();
  const rangeWords = useRangeWords();

  function part({ window, dutyIds, assistantId }: Part) {
    const duties = dutyIds.map((id) => (names.duties[id] ?? id).toLocaleLowerCase());
    const parts = [
      ...(window ? [hoursText(window)] : []),
      ...(duties.length > 0 ? [format.list(duties, { type: "unit" })] : []),
    ];
    const who = assistantId ? (names.assistants[assistantId] ?? "") : t("status.gap");
    return { who, what: parts.join(", ") };
  }

  function shown(cell: BoardCell): string {
    const parts = [...cell.pieces, ...cell.own].map(part);
    if (parts.length > 0) return parts.map(shortOf).join(" · ");
    const gap = cell.acceptedBy === null ? "gap" : "accepted";
    const person = cell.assistantId ? names.assistants[cell.assistantId] : undefined;
    return person ?? t(`status.${cell.status === "gap" ? gap : "none"}`);
  }

  function label(cell: BoardCell): string {
    const executive = names.executives[cell.executiveId] ?? "";
    const when = rangeWords(cell, "long");
    const parts = [...cell.pieces, ...cell.own].map(part).map(({ who, what }) => `${who} ${what}`);
    if (parts.length > 0) return t("slot.parts", { executive, when, parts: parts.join("; ") });
    const name = names.assistants[cell.assistantId ?? cell.proposedId ?? ""] ?? "";
    const key = cell.status === "gap" && cell.proposedId ? "gapPlanned" : cell.status;
    const more = [
      cell.pinned && t("slot.pinned"),
      cell.isOffered && t("slot.offered"),
      cell.acceptedBy !== null && t("slot.acceptedBy", { name: cell.acceptedBy }),
    ].filter(Boolean);
    return [t(`slot.${key}`, { executive, when, name }), ...more].join(", ");
  }

  return { part, shown, label, half: (half) => date(half) };
}

function shortOf({ who, what }: { who: string; what: string }): string {
  return `${who.split(" ")[0]}: ${what.replaceAll(":00", "")}`;
}
