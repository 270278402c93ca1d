import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { type Day, dayOfColumn, dayToDate } from "@/lib/time/day";
import type { HalfDayRange } from "@/lib/time/half-day";
import { dayIn } from "@/lib/time/zone";

const MOST_AWAY = 10;

async function requireToday(ctx: Ctx<Manager>, assistantId: string): Promise<Day> {
  const row = await ctx.db.assistant.findUnique({
    where: { id: assistantId },
    select: { poolId: true, pool: { select: { timeZone: true } } },
  });
  if (!row || !canManagePool(ctx.actor, row.poolId)) throw new NotFoundError("assistant");
  return dayIn(row.pool.timeZone, ctx.now);
}

/** When an assistant is away now and next, without why: the first ten stretches of granted leave. */
export async function listAway(ctx: Ctx<Manager>, assistantId: string): Promise<HalfDayRange[]> {
  const today = await requireToday(ctx, assistantId);
  const rows = await ctx.db.absence.findMany({
    where: {
      assistantId,
      status: { in: ["approved", "cancellation_requested"] },
      endOn: { gte: dayToDate(today) },
    },
    select: { startOn: true, startPart: true, endOn: true, endPart: true },
    orderBy: { startOn: "asc" },
    take: MOST_AWAY,
  });
  return rows.map((row) => ({
    from: dayOfColumn(row.startOn),
    fromPart: row.startPart,
    to: dayOfColumn(row.endOn),
    toPart: row.endPart,
  }));
}

/** How a person sees their own way of working, and how the manager does, 1 to 5. */
export type WorkStyleRating = {
  id: string;
  nameEn: string;
  nameSv: string;
  selfRating: number | null;
  managerRating: number | null;
};

/** An assistant's work styles as far as they have been rated. */
export async function listWorkStyles(ctx: Ctx<Manager>, assistantId: string): Promise<WorkStyleRating[]> {
  await requireToday(ctx, assistantId);
  const rows = await ctx.db.assistantWorkStyle.findMany({
    where: { assistantId },
    select: {
      selfRating: true,
      managerRating: true,
      workStyle: { select: { id: true, nameEn: true, nameSv: true } },
    },
    orderBy: { workStyle: { sortOrder: "asc" } },
  });
  return rows.map(({ workStyle, ...rating }) => ({ ...workStyle, ...rating }));
}
