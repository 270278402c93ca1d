import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { readGrid } from "@/lib/coverage/demand/queries-grid";
import { executivesOf, type StaffingGrid } from "@/lib/coverage/demand/rules-grid";
import { listGapsAcceptedIn } from "@/lib/covers/queries-gaps";
import type { PoolView } from "@/lib/pools/schema";
import { type DayRange, laterDay } from "@/lib/time/day";
import { type HalfDay, halfDayIndex, rangeOfIndexes } from "@/lib/time/half-day";
import { isoWeekOf } from "@/lib/time/iso-week";
import { dayIn } from "@/lib/time/zone";
import type { BriefLine } from "./schema";

type GapLine = Extract<BriefLine, { kind: "gaps" }>;

/** The executives whom nobody sees to on some days that are not over, the earliest first; gaps a manager accepted are left out. */
export async function listOpenGaps(
  ctx: Ctx<Manager>,
  pools: readonly PoolView[],
  days: DayRange,
): Promise<GapLine[]> {
  const lines = await Promise.all(pools.map((pool) => listGapsOfPool(ctx, pool, days)));
  return lines.flat().sort((a, b) => indexOf(a) - indexOf(b) || b.halfDays - a.halfDays);
}

function indexOf({ range: { from, fromPart } }: GapLine): number {
  return halfDayIndex(from as HalfDay["on"], fromPart);
}

async function listGapsOfPool(ctx: Ctx<Manager>, pool: PoolView, { from, to }: DayRange): Promise<GapLine[]> {
  const first = laterDay(from, dayIn(pool.timeZone, ctx.now));
  if (first > to) return [];
  const [grid, accepted] = await Promise.all([
    readGrid(ctx, pool, first, to),
    listGapsAcceptedIn(ctx, pool.id, [{ from: first, to }]),
  ]);
  const isAccepted = new Set(accepted.map((gap) => `${gap.executiveId} ${gap.on} ${gap.part}`));
  return executivesOf(grid.office, pool.id).flatMap(({ id, name }) => {
    const open = openHalfDaysOf(grid, id).filter(({ on, part }) => !isAccepted.has(`${id} ${on} ${part}`));
    const [earliest, latest] = [open[0], open.at(-1)];
    if (!earliest || !latest) return [];
    const [start, end] = [earliest, latest].map(({ on, part }) => halfDayIndex(on, part));
    return [
      {
        kind: "gaps",
        executive: name,
        halfDays: open.length,
        range: rangeOfIndexes(start ?? 0, end ?? 0),
        href: `/manager/coverage?week=${isoWeekOf(earliest.on)}&pool=${pool.id}`,
      },
    ];
  });
}

function openHalfDaysOf({ rows, halfDays }: StaffingGrid, executiveId: string): HalfDay[] {
  const row = rows.get(executiveId) ?? [];
  return halfDays.filter((_, i) => row[i]?.status === "gap");
}
