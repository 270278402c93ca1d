"use client";
import { Pin, PinOff, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { candidates } from "@/app/manager/coverage/actions";
import { type BoardCell, stretchOfCells } from "@/app/manager/coverage/board-view";
import { useRangeWords } from "@/components/time/use-range-words";
import { Button } from "@/components/ui/forms/button";
import { ToggleGroup } from "@/components/ui/forms/toggle-group";
import { Skeleton } from "@/components/ui/layout/skeleton";
import type { Candidate } from "@/lib/coverage/candidates/rules";
import type { HalfDayRange } from "@/lib/time/half-day";
import { type Person, useBoard } from "./board-context";
import { CandidateList } from "./candidate-list";
import { DutyChoice } from "./duty-choice";
import { PieceList } from "./piece-list";

type SlotPanelProps = { cell: BoardCell; close: () => void };

/** What a box of the board is, who could take it and why, and what can be done. */
export function SlotPanel({ cell, close }: SlotPanelProps) {
  const { names } = useBoard();
  const rangeWords = useRangeWords();
  const isOpen = cell.status === "gap" || cell.status === "cover";
  return (
    <div className="grid gap-3">
      <div className="hidden md:block">
        <p className="text-lg font-semibold">{names.executives[cell.executiveId]}</p>
        <p className="text-sm text-ink-2">{rangeWords(cell, "long")}</p>
      </div>
      {cell.pieces.length + cell.own.length > 0 ? (
        <PieceList cell={cell} close={close} />
      ) : (
        <>
          <StateWords cell={cell} />
          {cell.status === "cover" && <CoverActions cell={cell} close={close} />}
        </>
      )}
      {isOpen && <People cell={cell} close={close} />}
    </div>
  );
}

function StateWords({ cell }: { cell: BoardCell }) {
  const t = useTranslations("board.panel");
  const { names } = useBoard();
  const executive = names.executives[cell.executiveId] ?? "";
  if (cell.status === "own") {
    return (
      <p className="text-sm">
        {t("own", { name: names.assistants[cell.assistantId ?? ""] ?? "", executive })}
      </p>
    );
  }
  if (cell.status === "not_needed") return <p className="text-sm">{t("notNeeded")}</p>;
  const proposed = cell.proposedId ? names.assistants[cell.proposedId] : undefined;
  if (!proposed && !cell.pinned && !cell.isOffered && cell.acceptedBy === null) return null;
  return (
    <div className="grid gap-1 text-sm">
      {cell.isOffered && <p className="text-plan-ink">{t("offered")}</p>}
      {cell.acceptedBy !== null && <p>{t("acceptedBy", { name: cell.acceptedBy })}</p>}
      {proposed && <p className="text-plan-ink">{t("planSays", { name: proposed })}</p>}
      {cell.pinned && <p className="text-ink-2">{t("pinned")}</p>}
    </div>
  );
}

function CoverActions({ cell, close }: SlotPanelProps) {
  const t = useTranslations("board.panel");
  const { togglePin, release } = useBoard();
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        icon={
          cell.pinned ? <PinOff aria-hidden className="size-4" /> : <Pin aria-hidden className="size-4" />
        }
        onPress={() => {
          togglePin(cell);
          close();
        }}
      >
        {t(cell.pinned ? "unpin" : "pin")}
      </Button>
      <Button
        icon={<X aria-hidden className="size-4" />}
        onPress={() => {
          release(cell);
          close();
        }}
      >
        {t("releaseDay")}
      </Button>
    </div>
  );
}

/** The people for this box, or for the whole gap it belongs to. */
function People({ cell, close }: SlotPanelProps) {
  const t = useTranslations("board.panel");
  const rangeWords = useRangeWords();
  const { assign, runOf, names } = useBoard();
  const run = runOf(cell);
  const open = openDuties(cell, names.dutiesOf[cell.executiveId] ?? []);
  const [chosen, setChosen] = useState<string[]>(open);
  const isAll = chosen.length === open.length;
  const dutyIds = isAll && cell.pieces.every((piece) => piece.dutyIds.length === 0) ? [] : chosen;
  const [extent, setExtent] = useState<"gap" | "slot">("gap");
  const cells = extent === "gap" ? run : [cell];
  const stretch = stretchOfCells(cells) ?? cell;
  return (
    <>
      {run.length > 1 && (
        <ToggleGroup
          label={t("extent")}
          value={extent}
          onChange={setExtent}
          options={[
            { value: "gap", label: t("wholeGap", { when: rangeWords(stretchOfCells(run) ?? cell) }) },
            { value: "slot", label: t("thisSlot") },
          ]}
        />
      )}
      <DutyChoice dutyIds={open} chosen={chosen} onChange={setChosen} />
      <PeopleFor
        key={`${extent} ${dutyIds.join()}`}
        cell={cell}
        stretch={stretch}
        dutyIds={dutyIds}
        onChoose={(person) => {
          assign(cells, person, dutyIds);
          close();
        }}
      />
    </>
  );
}

/** The duties of a box that nobody has yet; all of them where it is covered, or nobody has any. */
function openDuties({ status, pieces }: BoardCell, all: readonly string[]): string[] {
  const open = pieces.filter((piece) => piece.assistantId === null);
  if (status !== "gap" || open.some((piece) => piece.dutyIds.length === 0)) return [...all];
  const duties = new Set(open.flatMap((piece) => piece.dutyIds));
  return duties.size === 0 ? [...all] : all.filter((duty) => duties.has(duty));
}

type PeopleForProps = {
  cell: BoardCell;
  stretch: HalfDayRange;
  dutyIds: readonly string[];
  onChoose: (person: Person) => void;
};

function PeopleFor({ cell, stretch, dutyIds, onChoose }: PeopleForProps) {
  const t = useTranslations("board.panel");
  const [people, setPeople] = useState<Candidate[] | "loading" | "failed">("loading");
  const { executiveId, status } = cell;
  const { from, fromPart, to, toPart } = stretch;
  const duties = dutyIds.join();

  useEffect(() => {
    let isCurrent = true;
    const asked = duties === "" ? [] : duties.split(",");
    candidates({ executiveId, from, fromPart, to, toPart, dutyIds: asked })
      .then((answer) => isCurrent && setPeople(answer.ok ? answer.value : "failed"))
      .catch(() => isCurrent && setPeople("failed"));
    return () => {
      isCurrent = false;
    };
  }, [executiveId, from, fromPart, to, toPart, duties]);

  if (people === "loading") {
    return (
      <div role="status" aria-label={t("loading")} className="grid gap-2">
        {[0, 1, 2].map((row) => (
          <Skeleton key={row} className="h-9" />
        ))}
      </div>
    );
  }
  if (people === "failed") {
    return (
      <p role="alert" className="text-sm text-gap-ink">
        {t("failed")}
      </p>
    );
  }
  return <CandidateList people={people} isReplacing={status === "cover"} onChoose={onChoose} />;
}
