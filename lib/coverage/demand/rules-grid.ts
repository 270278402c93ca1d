import { neededMinutes } from "@/lib/coverage/candidates/rules-familiarity";
import {
  type Familiarity,
  minutesAtWork,
  type Office,
  type OfficeAssistant,
  type OfficeExecutive,
  type Staffing,
  servedBy,
} from "@/lib/coverage/office/rules";
import { resultOf } from "@/lib/steps";
import type { Day } from "@/lib/time/day";
import { type DayPart, type HalfDay, halfDayIndex, halfDaysFrom } from "@/lib/time/half-day";
import { coversIn, ownIn, piecesIn, type SlotState } from "./rules";
import type { DemandCause } from "./rules-own-support";
import { type IsThere, statesOf } from "./rules-states";

/** The state of each executive on each half-day of an office's range, worked out once. */
export type Grid<O extends Staffing = Office> = {
  office: O;
  halfDays: readonly HalfDay[];
  /** Minutes each assistant is at work on each half-day. */
  atWork: ReadonlyMap<string, readonly number[]>;
  rows: ReadonlyMap<string, readonly SlotState[]>;
};

/** Who serves whom, before it is asked who else could. */
export type StaffingGrid = Grid<Staffing>;

/** Works out who serves whom, for every executive and half-day of the office's range. */
export function gridOf<O extends Staffing>(office: O): Grid<O> {
  return resultOf(gridInSteps(office));
}

/** The same, a person at a step, so that in a large office others get their turn in between. */
export function* gridInSteps<O extends Staffing>(office: O): Generator<void, Grid<O>> {
  const halfDays = halfDaysFrom(office.from, office.to);
  const atWork = new Map<string, number[]>();
  for (const assistant of office.assistants.values()) {
    yield;
    atWork.set(assistant.id, minutesRow(office, assistant, halfDays));
  }
  const rows = new Map<string, SlotState[]>();
  for (const executive of office.executives) {
    yield;
    rows.set(executive.id, statesRow({ office, halfDays, atWork }, executive));
  }
  return { office, halfDays, atWork, rows };
}

/** Minutes an assistant is at work on each of some half-days. */
export function minutesRow(
  office: Staffing,
  assistant: OfficeAssistant,
  halfDays: readonly HalfDay[],
): number[] {
  return halfDays.map((at) => minutesAtWork(office, assistant, at));
}

/** Who serves one executive on each half-day of a grid. */
export function statesRow(
  { office, halfDays, atWork }: Omit<StaffingGrid, "rows">,
  executive: OfficeExecutive,
): SlotState[] {
  const isThere: IsThere = ({ id }, _, position) => (atWork.get(id)?.[position] ?? 0) > 0;
  const stateAt = statesOf(office, executive, isThere);
  const last: Partial<Record<DayPart, SlotState>> = {};
  return halfDays.map((at, position) => {
    const state = stateAt(at, position);
    if (piecesIn(state).length === 0) return state;
    // One absence lasts for days: what is the same on each of them is kept once.
    const before = last[at.part];
    const kept = before && isSameWhole(before, state) ? before : state;
    last[at.part] = kept;
    return kept;
  });
}

function isSameWhole(a: SlotState, b: SlotState): boolean {
  if (a.status === "not_needed" || b.status === "not_needed" || a.own.length + b.own.length > 0) return false;
  const [[one, ...more], [other, ...others]] = [piecesIn(a), piecesIn(b)];
  if (!one || !other || more.length + others.length > 0 || one.window || other.window) return false;
  return (
    a.status === b.status &&
    one.cover === other.cover &&
    one.minutes === other.minutes &&
    one.dutyIds.length + other.dutyIds.length === 0 &&
    isSameCause(one.cause, other.cause)
  );
}

function isSameCause(a: DemandCause, b: DemandCause): boolean {
  if (a.kind === "unassigned" || b.kind === "unassigned") return a.kind === b.kind;
  const absence = (cause: DemandCause) => (cause.kind === "absence" ? cause.absenceId : "");
  return a.kind === b.kind && a.assistantId === b.assistantId && absence(a) === absence(b);
}

/** The part of a grid between two of its days. */
export function gridBetween<O extends Staffing>(grid: Grid<O>, from: Day, to: Day): Grid<O> {
  if (from === grid.office.from && to === grid.office.to) return grid;
  const [start, end] = [positionOf(grid, from, "am"), positionOf(grid, to, "pm") + 1];
  const part = <T>(rows: ReadonlyMap<string, readonly T[]>) =>
    new Map([...rows].map(([id, row]) => [id, sliceOf(row, start, end)]));
  return {
    office: { ...grid.office, from, to },
    halfDays: grid.halfDays.slice(start, end),
    atWork: part(grid.atWork),
    rows: part(grid.rows),
  };
}

const slices = new WeakMap<readonly unknown[], Map<string, readonly unknown[]>>();

/** Rows that a change left as they were have the same slices after it. */
function sliceOf<T>(row: readonly T[], start: number, end: number): readonly T[] {
  const known = slices.get(row) ?? new Map<string, readonly unknown[]>();
  slices.set(row, known);
  const key = `${start} ${end}`;
  const slice = (known.get(key) as readonly T[] | undefined) ?? row.slice(start, end);
  known.set(key, slice);
  return slice;
}

/** The part of a grid that some assistants' time depends on: they, and whom they support or cover. */
export function gridAround<O extends Staffing>(grid: Grid<O>, assistantIds: ReadonlySet<string>): Grid<O> {
  const { office } = grid;
  const theirs = new Set([...assistantIds].flatMap((id) => servedBy(office, id)));
  const executives = office.executives.filter((executive) => theirs.has(executive));
  const atWork = new Map([...grid.atWork].filter(([id]) => assistantIds.has(id)));
  return { ...grid, atWork, office: { ...office, executives } };
}

/** The executives whom a cover stands for on any half-day of a grid. */
export function coveredExecutives({ office, rows }: StaffingGrid): OfficeExecutive[] {
  return office.executives.filter(
    ({ id }) => office.covers.get(id)?.length && rows.get(id)?.some((one) => coversIn(one).length > 0),
  );
}

/** A grid that knows how long covers take the people who hold them. */
export type FamiliarGrid = Grid<Staffing & Familiarity>;

/** Minutes each assistant is at work and not busy with their own executives, by assistant and half-day of the grid. */
export function freeMinutes(grid: StaffingGrid): Map<string, number[]> {
  const free = new Map([...grid.atWork].map(([id, minutes]) => [id, [...minutes]]));
  for (const executive of grid.office.executives) takeOwn(grid, executive, free);
  return free;
}

/** Takes minutes from a person's free time on one half-day, never below nothing. */
export function take(free: Map<string, number[]>, assistantId: string, slot: number, minutes: number): void {
  const row = free.get(assistantId);
  if (row) row[slot] = Math.max(0, (row[slot] ?? 0) - minutes);
}

/** Free minutes after the covers that stand are counted too, each by how familiar its person is with the executive. */
export function freeAfterCovers(grid: FamiliarGrid): Map<string, number[]> {
  return resultOf(freeInSteps(grid));
}

/** The same, an executive at a step. */
export function* freeInSteps(grid: FamiliarGrid): Generator<void, Map<string, number[]>> {
  const free = new Map([...grid.atWork].map(([id, minutes]) => [id, [...minutes]]));
  for (const executive of grid.office.executives) {
    yield;
    takeOwn(grid, executive, free);
  }
  for (const executive of grid.office.executives) {
    yield;
    takeCovers(grid, executive, free);
  }
  return free;
}

function takeOwn(grid: StaffingGrid, executive: OfficeExecutive, free: Map<string, number[]>): void {
  grid.rows.get(executive.id)?.forEach((state, i) => {
    for (const own of ownIn(state)) take(free, own.assistantId, i, own.minutes);
  });
}

/** Takes what an executive's standing covers need from their people's free time. */
export function takeCovers(
  grid: FamiliarGrid,
  executive: OfficeExecutive,
  free: Map<string, number[]>,
): void {
  grid.rows.get(executive.id)?.forEach((state, i) => {
    for (const { cover, minutes } of piecesIn(state))
      if (cover)
        take(free, cover.assistantId, i, neededMinutes(grid.office, cover.assistantId, executive, minutes));
  });
}

/** True when own executives and covers the rules allow ask for more minutes of a half-day than the assistant is at work. */
export function isOverfilled(grid: FamiliarGrid, assistantId: string, position: number): boolean {
  const { office, halfDays } = grid;
  const [assistant, at] = [office.assistants.get(assistantId), halfDays[position]];
  if (!assistant || !at) return false;
  const asked = office.executives.flatMap((executive) => {
    const state = grid.rows.get(executive.id)?.[position];
    if (!state) return [];
    const own = ownIn(state).filter((share) => share.assistantId === assistantId);
    const covers = coversIn(state).filter(
      ({ cover }) => cover.assistantId === assistantId && cover.overrideReason === "",
    );
    return [
      ...own.map((share) => share.minutes),
      ...covers.map(({ minutes }) => neededMinutes(office, assistantId, executive, minutes)),
    ];
  });
  return asked.reduce((sum, minutes) => sum + minutes, 0) > minutesAtWork(office, assistant, at);
}

/** Position of a half-day in the grid, or -1. */
export function positionOf(grid: StaffingGrid, on: Day, part: "am" | "pm"): number {
  return halfDayIndex(on, part) - halfDayIndex(grid.office.from, "am");
}

/** The executives of one pool, in name order. */
export function executivesOf(office: Staffing, poolId: string): OfficeExecutive[] {
  return office.executives.filter((executive) => executive.poolId === poolId);
}
