import type { BoardPage } from "@/lib/coverage/board/queries";
import type { BoardPiece, BoardRow, BoardSlot } from "@/lib/coverage/board/rules";
import { groupedBy } from "@/lib/groups";
import { type Day, weekdayOf } from "@/lib/time/day";
import type { HalfDayRange } from "@/lib/time/half-day";

/** One box on the board: a half-day, or a whole day whose halves are alike. */
export type BoardCell = HalfDayRange & {
  key: string;
  executiveId: string;
  status: BoardSlot["status"];
  assistantId: string | null;
  coverId: string | null;
  pinned: boolean;
  proposedId: string | null;
  /** Who knowingly left this gap open. */
  acceptedBy: string | null;
  /** The cover is asked and has not answered. */
  isOffered: boolean;
  half: "am" | "pm" | null;
  /** The parts of a box that is not one whole: hours, or duties shared by some. */
  pieces: BoardPiece[];
  /** Who of the executive's own is there for the rest of it. */
  ownId: string | null;
  /** Who of the executive's own is there for which duties, where they are not for all. */
  own: BoardSlot["own"];
};

export type BoardRowView = {
  id: string;
  name: string;
  title: string;
  dutyIds: string[];
  days: BoardCell[][];
};

/** A box as it travels: without what follows from its place, and what it has not. */
export type PackedCell = Pick<BoardCell, "status"> & Partial<BoardCell>;

export type PackedRow = Omit<BoardRowView, "days"> & { days: PackedCell[][] };

/** The days worth a column: Monday to Friday, and a weekend day on which anybody needs support. */
export function shownDays({ days }: Pick<BoardPage, "days">): Day[] {
  return days.filter(({ on, needed }) => weekdayOf(on) <= 5 || needed > 0).map(({ on }) => on);
}

/** Rows of boxes for the days shown; both halves of a day make one box where they are alike. */
export function packedRows(rows: readonly BoardRow[], days: readonly Day[]): PackedRow[] {
  return rows.map(({ slots, ...row }) => {
    const byDay = groupedBy(slots, (slot) => slot.on);
    return { ...row, days: days.map((on) => cellsOf(row.id, byDay.get(on) ?? []).map(packed)) };
  });
}

const IN_PLACE = new Set(["key", "executiveId", "from", "fromPart", "to", "toPart"]);
const EMPTY = { pinned: false, isOffered: false, half: null, pieces: [], own: [] };
const NOBODY = { assistantId: null, coverId: null, proposedId: null, acceptedBy: null, ownId: null };

function packed({ status, ...cell }: BoardCell): PackedCell {
  const isSaid = ([name, value]: [string, unknown]) =>
    !IN_PLACE.has(name) && value !== null && value !== false && !(Array.isArray(value) && value.length === 0);
  return { status, ...Object.fromEntries(Object.entries(cell).filter(isSaid)) };
}

/** Rows as they were before they travelled. */
export function unpackedRows(rows: readonly PackedRow[], days: readonly Day[]): BoardRowView[] {
  return rows.map((row) => ({
    ...row,
    days: row.days.map((cells, i) => cells.map((cell) => unpacked(row.id, days[i], cell))),
  }));
}

function unpacked(executiveId: string, on: Day | undefined, cell: PackedCell): BoardCell {
  const half = cell.half ?? null;
  const day = on ?? ("" as Day);
  return {
    ...EMPTY,
    ...NOBODY,
    key: `${executiveId}-${day}-${half ?? "day"}`,
    executiveId,
    from: day,
    fromPart: half ?? "am",
    to: day,
    toPart: half ?? "pm",
    ...cell,
  };
}

function cellsOf(executiveId: string, slots: BoardSlot[]): BoardCell[] {
  const [am, pm] = slots;
  if (!am || !pm) return slots.map((slot) => cellOf(executiveId, slot, slot, slot.part));
  if (isAlike(am, pm)) return [cellOf(executiveId, am, pm, null)];
  return [cellOf(executiveId, am, am, "am"), cellOf(executiveId, pm, pm, "pm")];
}

function isAlike(a: BoardSlot, b: BoardSlot): boolean {
  return (
    a.status === b.status &&
    a.assistantId === b.assistantId &&
    a.pinned === b.pinned &&
    a.coverageAssignmentId === b.coverageAssignmentId &&
    a.proposedAssistantId === b.proposedAssistantId &&
    a.acceptedBy === b.acceptedBy &&
    a.isOffered === b.isOffered &&
    signOf(a.pieces) === signOf(b.pieces) &&
    JSON.stringify(a.own) === JSON.stringify(b.own)
  );
}

/** What two half-days must have in common to be shown as one: everything but the minutes. */
function signOf(pieces: readonly BoardPiece[]): string {
  return JSON.stringify(pieces.map(({ minutes: _, ...piece }) => piece));
}

function cellOf(executiveId: string, first: BoardSlot, last: BoardSlot, half: "am" | "pm" | null): BoardCell {
  return {
    key: `${executiveId}-${first.on}-${half ?? "day"}`,
    executiveId,
    from: first.on,
    fromPart: first.part,
    to: last.on,
    toPart: last.part,
    status: first.status,
    assistantId: first.assistantId,
    coverId: first.coverageAssignmentId,
    pinned: first.pinned,
    proposedId: first.proposedAssistantId,
    acceptedBy: first.acceptedBy,
    isOffered: first.isOffered,
    half,
    pieces: first.pieces,
    ownId: first.pieces.length > 0 && first.own.length === 0 ? first.ownAssistantId : null,
    own: first.own,
  };
}

/** The unbroken run of gaps of the same duties a box belongs to within the week shown, as boxes in order; a box in other parts stands alone. */
export function gapRun(row: BoardRowView | undefined, cell: BoardCell): BoardCell[] {
  const cells = row?.days.flat() ?? [];
  const at = cells.findIndex((other) => other.key === cell.key);
  const isGap = (i: number) => {
    const other = cells[i];
    if (other?.status !== "gap" || signOf(other.pieces) !== signOf(cell.pieces)) return false;
    return other.pieces.every((piece) => piece.window === null && piece.assistantId === null);
  };
  if (at < 0 || !isGap(at)) return [cell];
  let first = at;
  let last = at;
  while (isGap(first - 1)) first--;
  while (isGap(last + 1)) last++;
  return cells.slice(first, last + 1);
}

/** The stretch of half-days from the first of some boxes to the last. */
export function stretchOfCells(cells: readonly BoardCell[]): HalfDayRange | null {
  const [first] = cells;
  const last = cells.at(-1);
  if (!first || !last) return null;
  return { from: first.from, fromPart: first.fromPart, to: last.to, toPart: last.toPart };
}
