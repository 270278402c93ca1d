import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import type { Day } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { WORK_COLUMNS, workHoursOf } from "./queries-hours";
import { cycleOn, type DatedHours } from "./rules";
import type { WorkingPatternView } from "./schema";

/** The weeks of hours of an assistant of a pool one leads that count on a day, or today; any other assistant is not found. */
export async function requireWorkingPattern(
  ctx: Ctx<Manager>,
  id: string,
  asked?: Day | null,
): Promise<WorkingPatternView> {
  const row = await ctx.db.assistant.findUnique({
    where: { id },
    select: {
      poolId: true,
      pool: { select: { timeZone: true } },
      workingPatterns: { select: WORK_COLUMNS },
    },
  });
  if (!row || !canManagePool(ctx.actor, row.poolId)) throw new NotFoundError("assistant");
  const on = asked ?? dayIn(row.pool.timeZone, ctx.now);
  const { weeks, week } = cycleOn(workHoursOf(row.workingPatterns), on);
  return {
    assistantId: id,
    on,
    week,
    weeks: weeks.map((hours) =>
      hours.map(({ place, ...one }) => ({ ...one, place: place ?? ("site" as const) })),
    ),
  };
}

export type PoolPattern = { assistantId: string; email: string; poolId: string; hours: DatedHours[] };

/** The hours of all assistants of some pools, those who have left included, by name. */
export async function listPoolPatterns(
  { db }: Pick<Ctx, "db">,
  poolIds: readonly string[],
): Promise<PoolPattern[]> {
  const rows = await db.assistant.findMany({
    where: { poolId: { in: [...poolIds] } },
    select: {
      ...{ id: true, poolId: true },
      user: { select: { email: true } },
      workingPatterns: { select: WORK_COLUMNS },
    },
    orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
  });
  return rows.map(({ id, poolId, user, workingPatterns }) => ({
    assistantId: id,
    poolId,
    email: user.email,
    hours: workHoursOf(workingPatterns),
  }));
}
