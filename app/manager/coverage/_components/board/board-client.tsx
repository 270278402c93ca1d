"use client";
import { useTranslations } from "next-intl";
import { startTransition, useEffect, useMemo, useOptimistic, useState } from "react";
import { type Moving, useBoardKeys } from "@/app/manager/coverage/_components/keys/use-board-keys";
import * as actions from "@/app/manager/coverage/actions";
import {
  type BoardCell,
  type BoardRowView,
  gapRun,
  type PackedRow,
  stretchOfCells,
  unpackedRows,
} from "@/app/manager/coverage/board-view";
import { attempt } from "@/components/refusals/attempt";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { useUndoable } from "@/components/refusals/use-undoable";
import { useRangeWords } from "@/components/time/use-range-words";
import { notify, notifyFault } from "@/components/ui/overlays/toast";
import type { VerbAnswer } from "@/lib/server/verb-action";
import type { Day } from "@/lib/time/day";
import { BoardContext, type HeldCover, type Names, type OpenedCell, type Person } from "./board-context";
import { BoardGrid } from "./board-grid";
import { OpenedPanel } from "./opened-panel";
import { PhoneDays } from "./phone-days";
import { useSlotWords } from "./slot-words";

export type BoardDay = { on: Day; isToday: boolean; dayOff: string | null; gaps: number };

type Patch = { keys: readonly string[]; to: Partial<BoardCell> };

type BoardClientProps = {
  rows: PackedRow[];
  days: BoardDay[];
  assistantNames: Record<string, string>;
  dutyNames: Record<string, string>;
  weeks: { previous: string; now: string; next: string };
};

/** The board as people work on it: every change acts at once, can be undone for ten seconds, and rolls back when refused. */
export function BoardClient({ rows: sent, days, assistantNames, dutyNames, weeks }: BoardClientProps) {
  const t = useTranslations("board");
  const refusals = useRefusalWords();
  const undoable = useUndoable();
  const rangeWords = useRangeWords();
  const rows = useMemo(
    () =>
      unpackedRows(
        sent,
        days.map(({ on }) => on),
      ),
    [sent, days],
  );
  const names = useMemo(() => namesOf(rows, assistantNames, dutyNames), [rows, assistantNames, dutyNames]);
  const words = useSlotWords(names);
  const [shown, patch] = useOptimistic(rows, patched);
  const drawn = useDrawnRows(shown);
  const [opened, setOpened] = useState<OpenedCell | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const [moving, setMoving] = useState<Moving | null>(null);
  const activeKey = active ?? rows[0]?.days[0]?.[0]?.key ?? null;

  function run(change: Patch, words: string, call: () => Promise<VerbAnswer<{ changeId: string | null }>>) {
    startTransition(async () => {
      patch(change);
      const answer = await attempt(call);
      if (!answer.ok) return notifyFault(refusals(answer));
      const { changeId } = answer.value;
      if (!changeId) return notify(words);
      undoable(words, () => actions.undo({ id: changeId }));
    });
  }

  function assign(cells: readonly BoardCell[], person: Person, dutyIds: readonly string[] = []) {
    const assistantId = person.id;
    const stretch = stretchOfCells(cells);
    const executiveId = cells[0]?.executiveId;
    if (!stretch || !executiveId) return;
    const isReplacing = cells.every((cell) => cell.status === "cover");
    const isWhole = dutyIds.length === 0 && cells.every((cell) => cell.pieces.length === 0);
    const words = t("toast.assigned", {
      name: person.name,
      executive: names.executives[executiveId] ?? "",
      when: rangeWords(stretch),
    });
    const to = isWhole ? { status: "cover" as const, assistantId, proposedId: null, pinned: false } : {};
    run({ keys: cells.map((cell) => cell.key), to }, words, () =>
      actions.assign({
        executiveId,
        assistantId,
        ...stretch,
        dutyIds: [...dutyIds],
        replace: isReplacing,
        openOnly: !isReplacing,
      }),
    );
  }

  function release(cell: BoardCell, cover = heldBy(cell)) {
    const { from, fromPart, to, toPart } = cell;
    if (!cover) return;
    const words = t("toast.released", {
      executive: names.executives[cell.executiveId] ?? "",
      when: rangeWords(cell),
    });
    const isWhole = cell.pieces.length === 0;
    const gap = isWhole ? { status: "gap" as const, assistantId: null, coverId: null, pinned: false } : {};
    run({ keys: [cell.key], to: gap }, words, () =>
      actions.release({ id: cover.coverId, stretch: { from, fromPart, to, toPart } }),
    );
  }

  function togglePin(cell: BoardCell, cover = heldBy(cell)) {
    if (!cover) return;
    const { coverId, pinned } = cover;
    const person = {
      name: names.assistants[cover.assistantId] ?? "",
      executive: names.executives[cell.executiveId] ?? "",
    };
    run(
      { keys: [cell.key], to: cell.pieces.length === 0 ? { pinned: !pinned } : {} },
      t(pinned ? "toast.unpinned" : "toast.pinned", person),
      () => actions.pin({ id: coverId, pinned: !pinned }),
    );
  }

  function runOf(cell: BoardCell): BoardCell[] {
    return gapRun(
      shown.find((row) => row.id === cell.executiveId),
      cell,
    );
  }

  const cells = new Map(shown.flatMap((row) => row.days.flat()).map((cell) => [cell.key, cell]));
  const { ref, announcement } = useBoardKeys({ cells, names, moving, setMoving, assign, weeks });

  const openedCell = opened && cells.get(opened.key);
  const board = {
    names,
    words,
    moving,
    activeKey,
    setActive,
    opened,
    open: (cell: Omit<OpenedCell, "isOpen">) => setOpened({ ...cell, isOpen: true }),
    runOf,
    assign,
    release,
    togglePin,
  };

  return (
    <BoardContext value={board}>
      <div ref={ref} className="flex min-h-0 min-w-0 flex-1 flex-col">
        <p role="status" className="sr-only">
          {announcement}
        </p>
        <BoardGrid rows={drawn} days={days} />
        <PhoneDays rows={drawn} days={days} />
        {openedCell && (
          <OpenedPanel
            key={`${opened.layout} ${opened.key}`}
            cell={openedCell}
            opened={opened}
            close={() => setOpened({ ...opened, isOpen: false })}
          />
        )}
      </div>
    </BoardContext>
  );
}

/** So many rows fill a screen: they are drawn at once, the others as soon as the page has come to life. */
const FIRST_ROWS = 20;

function useDrawnRows(rows: BoardRowView[]): BoardRowView[] {
  const [isAlive, setAlive] = useState(false);
  useEffect(() => startTransition(() => setAlive(true)), []);
  return isAlive ? rows : rows.slice(0, FIRST_ROWS);
}

function namesOf(
  rows: readonly BoardRowView[],
  assistants: Record<string, string>,
  duties: Record<string, string>,
): Names {
  return {
    assistants,
    duties,
    executives: Object.fromEntries(rows.map(({ id, name }) => [id, name])),
    dutiesOf: Object.fromEntries(rows.map(({ id, dutyIds }) => [id, dutyIds])),
  };
}

function heldBy({ assistantId, coverId, pinned }: BoardCell): HeldCover | null {
  return assistantId && coverId ? { assistantId, coverId, pinned } : null;
}

function patched(rows: BoardRowView[], { keys, to }: Patch): BoardRowView[] {
  return rows.map((row) => ({
    ...row,
    days: row.days.map((cells) => cells.map((cell) => (keys.includes(cell.key) ? { ...cell, ...to } : cell))),
  }));
}
