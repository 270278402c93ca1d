import { halfDayAt, halfDayIndex } from "@/lib/time/half-day";
import type { Grid } from "./grid";
import { absenceOn, needsSupport } from "./office";

/** A person on consecutive half-days of an executive, as half-day indexes, both included. */
export type CoverRun = {
  executiveId: string;
  assistantId: string;
  absenceId: string | null;
  first: number;
  last: number;
};

/** One half-day somebody is to cover. */
export type CoverSlot = { executiveId: string; assistantId: string; absenceId: string | null; index: number };

/** Joins half-days of one person with one executive into runs; only half-days nobody needs, such as a weekend, are bridged. */
export function runsOf(grid: Grid, slots: readonly CoverSlot[]): CoverRun[] {
  const runs: CoverRun[] = [];
  const inOrder = [...slots].sort((a, b) => compare(a.executiveId, b.executiveId) || a.index - b.index);
  for (const { index, ...slot } of inOrder) {
    const last = runs.at(-1);
    if (last && belongsTogether(last, slot) && canBridge(grid, last, index)) last.last = index;
    else runs.push({ ...slot, first: index, last: index });
  }
  return runs;
}

function belongsTogether(run: CoverRun, slot: Omit<CoverSlot, "index">): boolean {
  return (
    run.executiveId === slot.executiveId &&
    run.assistantId === slot.assistantId &&
    run.absenceId === slot.absenceId
  );
}

function canBridge(grid: Grid, run: CoverRun, to: number): boolean {
  const executive = grid.office.executives.find((e) => e.id === run.executiveId);
  const assistant = grid.office.assistants.get(run.assistantId);
  if (!executive || !assistant) return false;
  for (let index = run.last + 1; index < to; index++) {
    const at = halfDayAt(index);
    if (needsSupport(grid.office, executive, at.on, at.part) || absenceOn(assistant, at)) return false;
  }
  return true;
}

/** Half-day index of a grid's first half-day. */
export function firstIndexOf(grid: Grid): number {
  return halfDayIndex(grid.office.from, "am");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
