import { coversIn } from "@/lib/coverage/demand/rules";
import { executivesOf, type Grid } from "@/lib/coverage/demand/rules-grid";
import { type Day, weekdayOf } from "@/lib/time/day";
import type { DayPart } from "@/lib/time/half-day";
import { neededMinutes } from "./rules-familiarity";
import { isDifficultExecutive } from "./rules-workload";

/** One half-day somebody covered for an executive. */
export type LedgerEntry = {
  assistantId: string;
  executiveId: string;
  coverageAssignmentId: string;
  on: Day;
  part: DayPart;
  minutes: number;
  isFriday: boolean;
  isDifficult: boolean;
};

const FRIDAY = 5;

/** What was covered for a pool's executives in each half-day of a grid; hours and duties of one person made one. */
export function ledgerOf(grid: Grid, poolId: string): LedgerEntry[] {
  return executivesOf(grid.office, poolId).flatMap((executive) =>
    (grid.rows.get(executive.id) ?? []).flatMap((state, position) => {
      const at = grid.halfDays[position];
      const entries = new Map<string, LedgerEntry>();
      for (const { cover, minutes } of at ? coversIn(state) : []) {
        if (!at) continue;
        const { assistantId } = cover;
        const before = entries.get(assistantId)?.minutes ?? 0;
        entries.set(assistantId, {
          assistantId,
          executiveId: executive.id,
          coverageAssignmentId: cover.id,
          ...at,
          minutes: before + neededMinutes(grid.office, assistantId, executive, minutes),
          isFriday: weekdayOf(at.on) === FRIDAY,
          isDifficult: isDifficultExecutive(executive),
        });
      }
      return [...entries.values()];
    }),
  );
}
