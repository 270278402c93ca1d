"use client";
import { Pin, PinOff, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Extent, extentsOf, type Places, rangeOfPlaces } from "@/app/manager/coverage/board-lines";
import { useDayOfMonthWords } from "@/components/time/use-day-words";
import { useRangeWords } from "@/components/time/use-range-words";
import { Button } from "@/components/ui/forms/button";
import { ToggleGroup } from "@/components/ui/forms/toggle-group";
import { Avatar } from "@/components/ui/layout/avatar";
import type { BoardLine, BoardStretch } from "@/lib/coverage/board/rules-stretches";
import type { HalfDayRange } from "@/lib/time/half-day";
import { type Act, useBoard } from "./board-context";
import { DutyChoice } from "./duty-choice";
import { Fit } from "./fit";
import { GapHelp } from "./gap-help";
import { PeopleList } from "./people-list";
import { PieceList } from "./piece-list";
import { useCandidates } from "./use-candidates";

export type SlotPanelProps = { line: BoardLine; stretch: BoardStretch; at: number; close: () => void };

/** What a stretch is, who could take it and why, and what can be done: for all of it from today on, a day, or a half-day. */
export function SlotPanel({ line, stretch, at, close }: SlotPanelProps) {
  const { columns } = useBoard();
  const isChangeable =
    stretch.last >= columns.todayAt && (stretch.status === "gap" || stretch.status === "cover");
  return isChangeable ? (
    <Changeable {...{ line, stretch, at, close }} />
  ) : (
    <Settled {...{ line, stretch, at, close }} />
  );
}

/** What nothing can be done about here: the own assistant, no support needed, or days that are over. */
function Settled({ line, stretch, close }: SlotPanelProps) {
  const t = useTranslations("board.panel");
  const { names, columns } = useBoard();
  const name = names.assistants[stretch.assistantId ?? ""] ?? "";
  if (stretch.pieces.length + stretch.own.length > 0)
    return (
      <PieceList
        act={{ line, stretch, places: stretch }}
        isFixed={stretch.last < columns.todayAt}
        close={close}
      />
    );
  if (stretch.status === "own") return <p>{t("own", { name, executive: line.name })}</p>;
  if (stretch.status === "cover") return <p>{t("hasCovered", { name, executive: line.name })}</p>;
  return <p>{t(stretch.status === "gap" ? "wasGap" : "notNeeded", { executive: line.name })}</p>;
}

function Changeable({ line, stretch, at, close }: SlotPanelProps) {
  const { columns, names } = useBoard();
  const extents = extentsOf(stretch, at, columns);
  const [extent, setExtent] = useState<Extent>(
    stretch.status === "cover" && extents.some(([one]) => one === "day") ? "day" : "whole",
  );
  const places = extents.find(([one]) => one === extent)?.[1] ?? stretch;
  const open = openDuties(stretch, line.dutyIds);
  const [chosen, setChosen] = useState<readonly string[]>(open);
  const isAll = chosen.length === open.length;
  const dutyIds = isAll && stretch.pieces.every((piece) => piece.dutyIds.length === 0) ? [] : chosen;
  const act = { line, stretch, places };
  const people = useCandidates({ executiveId: line.id, range: rangeOfPlaces(columns, places), dutyIds });
  const isInParts = stretch.pieces.length + stretch.own.length > 0;
  const current = Array.isArray(people)
    ? people.find((person) => person.assistantId === stretch.assistantId)
    : undefined;
  return (
    <div className="grid gap-3">
      <Extents {...{ extents, extent, setExtent }} />
      {isInParts ? (
        <PieceList act={act} close={close} />
      ) : (
        <>
          {stretch.status === "cover" && <NowRow stretch={stretch} fit={current?.fit.total} />}
          <State stretch={stretch} name={names.assistants[stretch.proposedId ?? ""]} />
        </>
      )}
      <DutyChoice dutyIds={open} chosen={chosen} onChange={setChosen} />
      <PeopleList
        key={`${extent} ${dutyIds.join()}`}
        act={act}
        people={people}
        dutyIds={dutyIds}
        close={close}
      />
      {stretch.status === "gap" && Array.isArray(people) && (
        <GapHelp act={act} people={people} onSplit={setChosen} close={close} />
      )}
      {stretch.status === "cover" && !isInParts && <CoverActions act={act} close={close} />}
    </div>
  );
}

type ExtentsProps = {
  extents: readonly [Extent, Places][];
  extent: Extent;
  setExtent: (extent: Extent) => void;
};

function Extents({ extents, extent, setExtent }: ExtentsProps) {
  const t = useTranslations("board.panel");
  const { columns } = useBoard();
  const board = useTranslations("board.half");
  const dayOfMonth = useDayOfMonthWords();
  const rangeWords = useRangeWords();
  if (extents.length < 2) return null;
  // The panel's head says the month.
  function labelOf(of: Extent, { from, to, fromPart }: HalfDayRange): string {
    if (of === "half") return board(fromPart);
    return from === to ? dayOfMonth(from) : `${dayOfMonth(from)} – ${dayOfMonth(to)}`;
  }
  return (
    <ToggleGroup
      label={t("extent")}
      value={extent}
      onChange={setExtent}
      className="grid auto-cols-fr grid-flow-col"
      options={extents.map(([value, places]) => {
        const range = rangeOfPlaces(columns, places);
        return { value, label: labelOf(value, range), ariaLabel: rangeWords(range) };
      })}
    />
  );
}

function NowRow({ stretch, fit }: { stretch: BoardStretch; fit: number | undefined }) {
  const t = useTranslations("board.panel");
  const { names, columns } = useBoard();
  const rangeWords = useRangeWords();
  const name = names.assistants[stretch.assistantId ?? ""] ?? "";
  const more = [
    rangeWords(rangeOfPlaces(columns, stretch)),
    ...(stretch.isOffered ? [t("offered")] : []),
    ...(stretch.pinned ? [t("pinnedShort")] : []),
  ];
  return (
    <p className="-mx-1 flex items-center gap-3 rounded-lg bg-cover-bg px-2 py-2 text-sm text-cover-ink">
      <Avatar name={name} />
      <span className="min-w-0 flex-1">
        <span className="block font-semibold">{t("nowName", { name })}</span>
        <span className="block text-xs">{more.join(" · ")}</span>
      </span>
      {fit !== undefined && <Fit value={fit} />}
    </p>
  );
}

function State({ stretch, name }: { stretch: BoardStretch; name: string | undefined }) {
  const t = useTranslations("board.panel");
  if (stretch.acceptedBy === null && !name) return null;
  return (
    <div className="grid gap-1 text-sm">
      {stretch.acceptedBy !== null && <p>{t("acceptedBy", { name: stretch.acceptedBy })}</p>}
      {name && <p className="text-plan-ink">{t("planSays", { name })}</p>}
    </div>
  );
}

type CoverActionsProps = { act: Act; close: () => void };

function CoverActions({ act, close }: CoverActionsProps) {
  const t = useTranslations("board.panel");
  const { togglePin, release, words } = useBoard();
  const { pinned, assistantId } = act.stretch;
  const name = words.first(assistantId ?? "");
  function then(what: () => void) {
    what();
    close();
  }
  return (
    <div className="-mx-3 -mb-3 flex gap-1 border-t border-line p-2">
      <Button
        variant="ghost"
        icon={pinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}
        onPress={() => then(() => togglePin(act))}
      >
        {t(pinned ? "unpinName" : "pinName", { name })}
      </Button>
      <span className="flex-1" />
      <Button variant="ghost" icon={<X aria-hidden />} onPress={() => then(() => release(act))}>
        {t("release")}
      </Button>
    </div>
  );
}

/** The duties of a stretch that nobody has yet; all of them where it is covered, or nobody has any. */
function openDuties({ status, pieces }: BoardStretch, all: readonly string[]): readonly string[] {
  const open = pieces.filter((piece) => piece.assistantId === null);
  if (status !== "gap" || open.some((piece) => piece.dutyIds.length === 0)) return all;
  const duties = new Set(open.flatMap((piece) => piece.dutyIds));
  return duties.size === 0 ? all : all.filter((duty) => duties.has(duty));
}
