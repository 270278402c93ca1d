import type { Grid } from "@/lib/coverage/demand/rules-grid";
import { firstIndexOf } from "@/lib/coverage/demand/rules-runs";
import { type HalfDay, halfDayAt } from "@/lib/time/half-day";
import { type Candidate, candidatesFor } from "./rules";
import type { Ineligibility } from "./rules-eligibility";
import { missingRequirement } from "./rules-help";

/** What would help a gap, by the half-day it begins with: who fits best, who could take most of it, or what everybody lacks; nothing where nobody has time. */
export type GapHint = HalfDay & {
  executiveId: string;
  best: string | null;
  /** Who could take most of it, where nobody can take all. */
  some: { name: string; free: number; needed: number } | null;
  lacking: Ineligibility | null;
};

/** What would help each gap of some executives, an executive at a step. */
export function* gapHintsInSteps(
  grid: Grid,
  executiveIds: readonly string[],
  free: ReadonlyMap<string, readonly number[]>,
): Generator<void, GapHint[]> {
  const hints: GapHint[] = [];
  for (const executiveId of executiveIds) {
    yield;
    for (const { first, last } of gapsIn(grid, executiveId)) {
      const people = candidatesFor(grid, executiveId, { first, last }, [], free);
      const best = people.find(({ state }) => state === "free")?.name ?? null;
      const some = best === null ? mostOf(people) : null;
      const lacking = best === null && some === null ? missingRequirement(people) : null;
      hints.push({ executiveId, ...halfDayAt(first), best, some, lacking });
    }
  }
  return hints;
}

function mostOf(people: readonly Candidate[]): GapHint["some"] {
  const able = people.filter(({ freeHalfDays }) => freeHalfDays > 0);
  const [most] = able.sort((a, b) => b.freeHalfDays - a.freeHalfDays || b.fit.total - a.fit.total);
  return most ? { name: most.name, free: most.freeHalfDays, needed: most.neededHalfDays } : null;
}

/** The gaps of an executive, from half-day to half-day; nights, and days without support, part none. */
function gapsIn(grid: Grid, executiveId: string): { first: number; last: number }[] {
  const gaps: { first: number; last: number }[] = [];
  let isOpen = false;
  for (const [position, { status }] of (grid.rows.get(executiveId) ?? []).entries()) {
    if (status === "not_needed") continue;
    const index = firstIndexOf(grid) + position;
    const last = gaps.at(-1);
    if (status === "gap" && isOpen && last) last.last = index;
    else if (status === "gap") gaps.push({ first: index, last: index });
    isOpen = status === "gap";
  }
  return gaps;
}
