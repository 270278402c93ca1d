import {
  isAwayIn,
  needsSupport,
  type OfficeExecutive,
  type Staffing,
  supportedHours,
} from "@/lib/coverage/office/rules";
import type { CoverRun } from "@/lib/covers/rules";
import type { Extent } from "@/lib/covers/rules-extent";
import { halfDayAt, halfDayIndex } from "@/lib/time/half-day";
import type { Hours } from "@/lib/time/hours";
import type { StaffingGrid } from "./rules-grid";

/** One half-day somebody is to cover, or some hours and duties of it. */
export type CoverSlot = Extent & {
  executiveId: string;
  assistantId: string;
  absenceId: string | null;
  index: number;
};

/** Joins half-days of one person with one executive into runs; only half-days nobody needs, such as a weekend, are bridged. */
export function runsOf({ office }: StaffingGrid, slots: readonly CoverSlot[]): CoverRun[] {
  const grid = { office, executives: new Map(office.executives.map((one) => [one.id, one])) };
  const runs: CoverRun[] = [];
  const inOrder = slots
    .map((slot) => ({ slot, key: keyOf(slot) }))
    .sort(
      (a, b) => compare(a.key, b.key) || a.slot.index - b.slot.index || startOf(a.slot) - startOf(b.slot),
    );
  for (const [i, { slot, key }] of inOrder.entries()) {
    const last = runs.at(-1);
    const follows = last && inOrder[i - 1]?.key === key;
    if (follows && !slot.window && !last.window && canBridge(grid, last, slot.index)) last.last = slot.index;
    else if (follows && slot.window && last.window && touches(grid, last, last.window, slot, slot.window)) {
      last.last = slot.index;
      last.window = { startMinute: last.window.startMinute, endMinute: slot.window.endMinute };
    } else {
      const { index, ...rest } = slot;
      runs.push({ ...rest, first: index, last: index });
    }
  }
  return runs.sort(
    (a, b) =>
      compare(a.executiveId, b.executiveId) || a.first - b.first || compare(a.assistantId, b.assistantId),
  );
}

type Known = { office: Staffing; executives: ReadonlyMap<string, OfficeExecutive> };

function keyOf(slot: CoverSlot): string {
  const { executiveId, assistantId, absenceId, dutyIds = [], window } = slot;
  return [executiveId, assistantId, absenceId ?? "", [...dutyIds].sort().join("+"), window ? "h" : ""].join(
    " ",
  );
}

function startOf({ window }: Extent): number {
  return window?.startMinute ?? 0;
}

/** True when hours follow each other without a minute in which the executive is supported. */
function touches(grid: Known, run: CoverRun, before: Hours, slot: CoverSlot, after: Hours): boolean {
  if (run.last === slot.index) return before.endMinute === after.startMinute;
  const at = halfDayAt(slot.index);
  if (run.last !== slot.index - 1 || at.part !== "pm") return false;
  const executive = grid.executives.get(run.executiveId);
  if (!executive) return false;
  const morning = supportedHours(grid.office, executive, { on: at.on, part: "am" });
  const afternoon = supportedHours(grid.office, executive, at);
  return morning?.endMinute === before.endMinute && afternoon?.startMinute === after.startMinute;
}

function canBridge(grid: Known, run: CoverRun, to: number): boolean {
  const executive = grid.executives.get(run.executiveId);
  const assistant = grid.office.assistants.get(run.assistantId);
  if (!executive || !assistant) return false;
  for (let index = run.last + 1; index < to; index++) {
    const at = halfDayAt(index);
    if (needsSupport(grid.office, executive, at.on, at.part) || isAwayIn(assistant, at, null)) return false;
  }
  return true;
}

/** Half-day index of a grid's first half-day. */
export function firstIndexOf(grid: StaffingGrid): number {
  return halfDayIndex(grid.office.from, "am");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
