import type { PlanView } from "@/lib/coverage/plans/queries";
import { type Day, daysFrom, weekdayOf } from "@/lib/time/day";
import { halfDayIndex, rangeIndexes } from "@/lib/time/half-day";
import { type IsoWeek, isoWeekOf } from "@/lib/time/iso-week";

/** Half-days without cover, as they stand and with the plan. */
export type BeforeAfter = { before: number; after: number };

/** Half-days of executives without cover over all days of a plan. */
export function openInPlan({ uncovered, difference }: PlanView): BeforeAfter {
  const after = new Set(uncovered.map(halfDayOf)).size;
  return { before: Math.max(0, after + difference.gained - difference.lost), after };
}

/** The same week by week. */
export function openByWeek(view: PlanView): (BeforeAfter & { week: IsoWeek })[] {
  const weeks = new Map<IsoWeek, BeforeAfter>();
  for (const on of daysFrom(view.from, view.to))
    if (weekdayOf(on) <= 5) weeks.set(isoWeekOf(on), { before: 0, after: 0 });
  const add = (on: Day, change: Partial<BeforeAfter>) => {
    const { before, after } = weeks.get(isoWeekOf(on)) ?? { before: 0, after: 0 };
    weeks.set(isoWeekOf(on), { before: before + (change.before ?? 0), after: after + (change.after ?? 0) });
  };
  for (const key of new Set(view.uncovered.map(halfDayOf)))
    add(key.slice(0, 10) as Day, { before: 1, after: 1 });
  for (const move of view.difference.moves) {
    const change =
      move.fromAssistantId === null ? { before: 1 } : move.toAssistantId === null ? { before: -1 } : null;
    if (!change) continue;
    const { first, last } = rangeIndexes(move);
    const days = daysFrom(move.from, move.to);
    let left = move.halfDays;
    for (const on of days)
      for (const part of ["am", "pm"] as const) {
        const index = halfDayIndex(on, part);
        if (index < first || index > last || left === 0 || (weekdayOf(on) > 5 && days.length > left))
          continue;
        left--;
        add(on, change);
      }
  }
  return [...weeks].map(([week, open]) => ({ week, ...open }));
}

function halfDayOf({ on, part, executiveId }: { on: Day; part: string; executiveId: string }): string {
  return `${on} ${part} ${executiveId}`;
}
