import "server-only";
import { audit } from "@/lib/audit";
import { inTransaction, type SystemCtx } from "@/lib/context";
import { dayToDate } from "@/lib/time/day";
import type { HalfDay } from "@/lib/time/half-day";
import { halfDayIn } from "@/lib/time/zone";
import type { Prisma } from "@/prisma/generated/client/client";

const MOST_AT_ONCE = 500;

/** What moved on by itself: how many covers and plans began, and how many came to their end. */
export type Advanced = { begun: number; ended: number };

/**
 * Moves accepted plans and confirmed covers on with the calendar of their pool: active from their first half-day,
 * completed after their last. Doing it twice changes nothing.
 */
export async function advancePlans(ctx: SystemCtx): Promise<Advanced> {
  const pools = await ctx.db.pool.findMany({ select: { id: true, timeZone: true } });
  const total: Advanced = { begun: 0, ended: 0 };
  for (const pool of pools) {
    const here = { poolId: pool.id, now: halfDayIn(pool.timeZone, ctx.now) };
    total.ended += await inSteps(() => completeCovers(ctx, here));
    total.begun += await inSteps(() => beginCovers(ctx, here));
    total.ended += await inSteps(() => completePlans(ctx, here));
    total.begun += await inSteps(() => beginPlans(ctx, here));
  }
  return total;
}

type Here = { poolId: string; now: HalfDay };

async function inSteps(step: () => Promise<number>): Promise<number> {
  let moved = 0;
  for (;;) {
    const count = await step();
    moved += count;
    if (count < MOST_AT_ONCE) return moved;
  }
}

function hasBegun({ on, part }: HalfDay): Prisma.CoverageAssignmentWhereInput {
  const today = dayToDate(on);
  return { OR: [{ startOn: { lt: today } }, { startOn: today, ...(part === "am" && { startPart: "am" }) }] };
}

function hasEnded({ on, part }: HalfDay): Prisma.CoverageAssignmentWhereInput {
  const today = dayToDate(on);
  return {
    OR: [{ endOn: { lt: today } }, ...(part === "pm" ? [{ endOn: today, endPart: "am" as const }] : [])],
  };
}

function completeCovers(ctx: SystemCtx, { poolId, now }: Here): Promise<number> {
  return moveCovers(ctx, "completed", {
    executive: { poolId },
    status: { in: ["confirmed", "active"] },
    ...hasEnded(now),
  });
}

function beginCovers(ctx: SystemCtx, { poolId, now }: Here): Promise<number> {
  return moveCovers(ctx, "active", { executive: { poolId }, status: "confirmed", ...hasBegun(now) });
}

async function moveCovers(
  ctx: SystemCtx,
  to: "active" | "completed",
  where: Prisma.CoverageAssignmentWhereInput,
): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const due = await tx.db.coverageAssignment.findMany({
      where,
      select: { id: true },
      orderBy: { id: "asc" },
      take: MOST_AT_ONCE,
    });
    const ids = due.map((cover) => cover.id);
    const moved = await tx.db.coverageAssignment.updateManyAndReturn({
      where: { id: { in: ids }, ...where },
      data: { status: to, version: { increment: 1 } },
      select: { id: true },
    });
    await audit(tx, ...moved.map(({ id }) => entryOf(`cover.${to}`, "coverage_assignment", id)));
    return moved.length;
  });
}

function completePlans(ctx: SystemCtx, { poolId, now }: Here): Promise<number> {
  const status = { in: ["accepted" as const, "active" as const] };
  return movePlans(ctx, "completed", { poolId, status, toOn: { lt: dayToDate(now.on) } });
}

function beginPlans(ctx: SystemCtx, { poolId, now }: Here): Promise<number> {
  return movePlans(ctx, "active", { poolId, status: "accepted", fromOn: { lte: dayToDate(now.on) } });
}

async function movePlans(
  ctx: SystemCtx,
  to: "active" | "completed",
  where: Prisma.CoveragePlanWhereInput,
): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const due = await tx.db.coveragePlan.findMany({
      where,
      select: { id: true },
      orderBy: { id: "asc" },
      take: MOST_AT_ONCE,
    });
    const moved = await tx.db.coveragePlan.updateManyAndReturn({
      where: { id: { in: due.map((plan) => plan.id) }, ...where },
      data: { status: to, version: { increment: 1 } },
      select: { id: true },
    });
    await audit(tx, ...moved.map(({ id }) => entryOf(`plan.${to}`, "coverage_plan", id)));
    return moved.length;
  });
}

function entryOf(action: string, entityType: string, entityId: string) {
  return { action, entityType, entityId };
}
