import { type AbsenceStatus, isAskedFor } from "@/lib/absences/requests/rules-statuses";
import { judgeFor } from "@/lib/coverage/candidates/rules-eligibility";
import { neededMinutes } from "@/lib/coverage/candidates/rules-familiarity";
import { coversIn, gapsIn, type Piece } from "@/lib/coverage/demand/rules";
import type { Grid, StaffingGrid } from "@/lib/coverage/demand/rules-grid";
import { firstIndexOf } from "@/lib/coverage/demand/rules-runs";
import {
  isThereFor,
  type Office,
  type OfficeExecutive,
  type Staffing,
  servedBy,
} from "@/lib/coverage/office/rules";
import type { Away, OpenedHalfDays } from "@/lib/coverage/what-if/rules-opened-by";
import type { NamedGap } from "@/lib/covers/rules";
import { halfDayAt, halfDayIndex } from "@/lib/time/half-day";

/** The half-days of executives that an absence opens from now on, by what is known of their cover. */
export type OpenedCount = {
  executives: number;
  halfDays: number;
  /** Half-days nobody covers, those knowingly left open among them. */
  open: number;
  accepted: number;
  /** Half-days covered once somebody who was asked says yes. */
  asked: number;
};

/** What a list says of an absence in words, the executives it hits with it. */
export type LeaveEffect =
  | { kind: "nobody" | "over" | "later" }
  | { kind: "called_off"; covers: number }
  | {
      kind: "can_be_covered" | "may_stay_open" | "covered" | "asked" | "open" | "accepted";
      executives: number;
      halfDays: number;
    };

type Known = { status: AbsenceStatus; opened: OpenedCount; canCoverAll: boolean };

/** The one thing to be said of an absence that is to come: of what is asked for what could be, of what stands what is. */
export function effectOf({ status, opened, canCoverAll }: Known): LeaveEffect {
  const { executives, halfDays, open, accepted, asked } = opened;
  if (executives === 0) return { kind: "nobody" };
  if (isAskedFor(status))
    return { kind: canCoverAll ? "can_be_covered" : "may_stay_open", executives, halfDays: open };
  if (open > accepted) return { kind: "open", executives, halfDays: open - accepted };
  if (accepted > 0) return { kind: "accepted", executives, halfDays: accepted };
  return { kind: asked > 0 ? "asked" : "covered", executives, halfDays: asked || halfDays };
}

/** The part of a grid that decides what an absence opens: whom its assistant serves or served, and everybody beside them. */
export function gridAroundAbsence(grid: StaffingGrid, { assistantId, taken }: Away): StaffingGrid {
  const { office } = grid;
  const served = new Set(servedBy(office, assistantId));
  const before = new Set(taken.map((cover) => cover.executiveId));
  const executives = office.executives.filter((one) => served.has(one) || before.has(one.id));
  const covers = new Map(executives.map(({ id }) => [id, office.covers.get(id) ?? []]));
  const beside = executives.flatMap(({ id, supports }) => [...supports, ...(covers.get(id) ?? [])]);
  const ids = new Set([assistantId, ...beside.map((one) => one.assistantId)]);
  return {
    halfDays: grid.halfDays,
    office: { ...office, executives, covers, assistants: someOf(office.assistants, ids) },
    atWork: someOf(grid.atWork, ids),
    rows: someOf(grid.rows, new Set(executives.map(({ id }) => id))),
  };
}

function someOf<T>(all: ReadonlyMap<string, T>, ids: ReadonlySet<string>): Map<string, T> {
  return new Map(
    [...ids].flatMap((id) => {
      const one = all.get(id);
      return one === undefined ? [] : [[id, one] as const];
    }),
  );
}

type Effect = { grid: Grid<Staffing>; opened: OpenedHalfDays };

/** Counts what an absence opens, and how much of it is covered, asked for, open and knowingly left open. */
export function countOpened({ grid, opened }: Effect, accepted: readonly NamedGap[]): OpenedCount {
  const isAccepted = new Set(
    accepted.map(({ executiveId, on, part }) => `${executiveId} ${halfDayIndex(on, part)}`),
  );
  const count = { executives: opened.size, halfDays: 0, open: 0, accepted: 0, asked: 0 };
  for (const { executiveId, state, index } of statesOpened({ grid, opened })) {
    count.halfDays++;
    if (gapsIn(state).length > 0) {
      count.open++;
      if (isAccepted.has(`${executiveId} ${index}`)) count.accepted++;
    } else if (coversIn(state).some(({ cover }) => cover.offeredUntil)) count.asked++;
  }
  return count;
}

function statesOpened({ grid, opened }: Effect) {
  return [...opened].flatMap(([executiveId, indexes]) =>
    [...indexes].flatMap((index) => {
      const position = index - firstIndexOf(grid);
      const state = grid.rows.get(executiveId)?.[position];
      return state ? [{ executiveId, state, index, position }] : [];
    }),
  );
}

export type Free = ReadonlyMap<string, readonly number[]>;

/**
 * True when everything an absence leaves open could be covered at once, by eligible people with time beside what they have:
 * the first that fits is taken each time. False says only that this found nobody; a plan may still find a way.
 */
export function canCoverAllOf(effect: Effect, office: Office, free: Free, awayId: string): boolean {
  const taken = new Map<string, number>();
  const executives = new Map(effect.grid.office.executives.map((one) => [one.id, one]));
  return statesOpened(effect).every(({ executiveId, state, index, position }) => {
    const executive = executives.get(executiveId);
    if (!executive) return false;
    return gapsIn(state).every((piece) => {
      const found = firstFit(office, { executive, piece, index, position }, (id) =>
        id === awayId ? 0 : (free.get(id)?.[position] ?? 0) - (taken.get(`${id} ${position}`) ?? 0),
      );
      if (!found) return false;
      const key = `${found.assistantId} ${position}`;
      taken.set(key, (taken.get(key) ?? 0) + found.minutes);
      return true;
    });
  });
}

type Needed = { executive: OfficeExecutive; piece: Piece; index: number; position: number };

function firstFit(office: Office, needed: Needed, freeOf: (assistantId: string) => number) {
  const { executive, piece, index } = needed;
  const at = halfDayAt(index);
  const { isEligible } = judgeFor(office, executive, at.on, piece.dutyIds);
  const declined = new Set(
    (office.declined ?? [])
      .filter((one) => one.executiveId === executive.id && one.first <= index && index <= one.last)
      .map((one) => one.assistantId),
  );
  for (const assistant of office.assistants.values()) {
    const left = freeOf(assistant.id);
    if (left <= 0 || left < piece.minutes || declined.has(assistant.id)) continue;
    const minutes = neededMinutes(office, assistant.id, executive, piece.minutes);
    if (left < minutes || !isEligible(assistant) || !isThereFor(office, assistant, at, piece.window))
      continue;
    return { assistantId: assistant.id, minutes };
  }
  return null;
}
