"use client";
import { useFormatter, useTranslations } from "next-intl";
import { type Columns, rangeOfPlaces } from "@/app/manager/coverage/board-lines";
import { useRangeWords } from "@/components/time/use-range-words";
import type { BoardPiece } from "@/lib/coverage/board/rules";
import type { BoardLine, BoardStretch } from "@/lib/coverage/board/rules-stretches";
import { hoursText } from "@/lib/time/hours";
import type { Names } from "./board-context";

type Part = { window?: BoardPiece["window"]; dutyIds: readonly string[]; assistantId: string | null };

/** The words of the board's stretches. */
export type SlotWords = {
  /** Who has a part of a half-day, or that it is a gap, and which hours and duties it is. */
  part: (part: Part) => { who: string; what: string };
  /** A person by as little of their name as tells them from the others of the board. */
  first: (assistantId: string) => string;
  /** What a stretch is, said whole. */
  label: (line: BoardLine, stretch: BoardStretch) => string;
};

/** The words of all stretches, made ready once for the board. */
export function useSlotWords(names: Names, columns: Columns): SlotWords {
  const t = useTranslations("board");
  const format = useFormatter();
  const rangeWords = useRangeWords();
  const short = shortNames(names.assistants);

  function part({ window, dutyIds, assistantId }: Part) {
    const duties = dutyIds.map((id) => (names.duties[id] ?? id).toLocaleLowerCase());
    const parts = [
      ...(window ? [hoursText(window)] : []),
      ...(duties.length > 0 ? [format.list(duties, { type: "unit" })] : []),
    ];
    const who = assistantId ? (names.assistants[assistantId] ?? "") : t("status.gap");
    return { who, what: parts.join(", ") };
  }

  function label({ name: executive }: BoardLine, stretch: BoardStretch): string {
    const when = rangeWords(rangeOfPlaces(columns, stretch));
    const parts = [...stretch.pieces, ...stretch.own].map(part).map(({ who, what }) => `${who} ${what}`);
    if (parts.length > 0) return t("slot.parts", { executive, when, parts: parts.join("; ") });
    const name = names.assistants[stretch.assistantId ?? stretch.proposedId ?? ""] ?? "";
    const more = [
      stretch.pinned && t("slot.pinned"),
      stretch.isOffered && t("slot.offered"),
      stretch.acceptedBy !== null && t("slot.acceptedBy", { name: stretch.acceptedBy }),
    ].filter(Boolean);
    return [t(`slot.${keyOf(stretch, columns)}`, { executive, when, name }), ...more].join(", ");
  }

  return { part, first: (id) => short.get(id) ?? "", label };
}

function keyOf({ status, proposedId, last }: BoardStretch, { todayAt }: Columns) {
  if (status !== "gap") return status;
  if (proposedId) return "gapPlanned";
  return last < todayAt ? "notCovered" : "gap";
}

function shortNames(names: Record<string, string>): Map<string, string> {
  const count = new Map<string, number>();
  const firstOf = (name: string) => name.split(" ")[0] ?? name;
  for (const name of Object.values(names)) count.set(firstOf(name), (count.get(firstOf(name)) ?? 0) + 1);
  return new Map(
    Object.entries(names).map(([id, name]) => {
      const first = firstOf(name);
      const family = name.slice(first.length + 1);
      return [id, (count.get(first) ?? 0) > 1 && family ? `${first} ${family[0]}` : first];
    }),
  );
}
