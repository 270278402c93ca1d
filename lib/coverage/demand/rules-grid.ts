import { neededMinutes } from "@/lib/coverage/candidates/rules-familiarity";
import { minutesAtWork, type Office, type OfficeExecutive } from "@/lib/coverage/office/rules";
import type { Day } from "@/lib/time/day";
import { type HalfDay, halfDayIndex, halfDaysFrom } from "@/lib/time/half-day";
import { coversIn, ownIn, piecesIn, type SlotState } from "./rules";
import { type IsThere, statesOf } from "./rules-states";

/** The state of each executive on each half-day of an office's range, worked out once. */
export type Grid = {
  office: Office;
  halfDays: readonly HalfDay[];
  /** Minutes each assistant is at work on each half-day. */
  atWork: ReadonlyMap<string, readonly number[]>;
  rows: ReadonlyMap<string, readonly SlotState[]>;
};

/** Works out who serves whom, for every executive and half-day of the office's range. */
export function gridOf(office: Office): Grid {
  const halfDays = halfDaysFrom(office.from, office.to);
  const atWork = new Map<string, number[]>();
  for (const assistant of office.assistants.values()) {
    atWork.set(
      assistant.id,
      halfDays.map((at) => minutesAtWork(office, assistant, at)),
    );
  }
  const isThere: IsThere = ({ id }, _, position) => (atWork.get(id)?.[position] ?? 0) > 0;
  const rows = new Map<string, SlotState[]>();
  for (const executive of office.executives) {
    rows.set(executive.id, halfDays.map(statesOf(office, executive, isThere)));
  }
  return { office, halfDays, atWork, rows };
}

/** Minutes each assistant is at work and not busy with their own executives, by assistant and half-day of the grid. */
export function freeMinutes(grid: Grid): Map<string, number[]> {
  const free = new Map([...grid.atWork].map(([id, minutes]) => [id, [...minutes]]));
  for (const executive of grid.office.executives) {
    grid.rows.get(executive.id)?.forEach((state, i) => {
      for (const own of ownIn(state)) take(free, own.assistantId, i, own.minutes);
    });
  }
  return free;
}

/** Takes minutes from a person's free time on one half-day, never below nothing. */
export function take(free: Map<string, number[]>, assistantId: string, slot: number, minutes: number): void {
  const row = free.get(assistantId);
  if (row) row[slot] = Math.max(0, (row[slot] ?? 0) - minutes);
}

/** Free minutes after the covers that stand are counted too, each by how familiar its person is with the executive. */
export function freeAfterCovers(grid: Grid): Map<string, number[]> {
  const free = freeMinutes(grid);
  for (const executive of grid.office.executives) takeCovers(grid, executive, free);
  return free;
}

/** Takes what an executive's standing covers need from their people's free time. */
export function takeCovers(grid: Grid, executive: OfficeExecutive, free: Map<string, number[]>): void {
  grid.rows.get(executive.id)?.forEach((state, i) => {
    for (const { cover, minutes } of piecesIn(state))
      if (cover)
        take(free, cover.assistantId, i, neededMinutes(grid.office, cover.assistantId, executive, minutes));
  });
}

/** True when own executives and covers the rules allow ask for more minutes of a half-day than the assistant is at work. */
export function isOverfilled(grid: Grid, assistantId: string, position: number): boolean {
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
export function positionOf(grid: Grid, on: Day, part: "am" | "pm"): number {
  return halfDayIndex(on, part) - halfDayIndex(grid.office.from, "am");
}

/** The executives of one pool, in name order. */
export function executivesOf(office: Office, poolId: string): OfficeExecutive[] {
  return office.executives.filter((executive) => executive.poolId === poolId);
}
