import "server-only";
import { audit } from "@/lib/audit";
import { inTransaction, type SystemCtx } from "@/lib/context";
import { planAudit } from "@/lib/coverage/plans/audit";
import { coverAudit } from "@/lib/covers/audit";
import { moveCovers } from "@/lib/covers/service-moves";
import { dayToDate } from "@/lib/time/day";
import type { HalfDay } from "@/lib/time/half-day";
import { halfDayIn } from "@/lib/time/zone";
import type { Prisma } from "@/prisma/generated/client/client";
import { PLAN_MOVES } from "./rules-moves";

const MOST_AT_ONCE = 500;
const PLAN_MOVED = { active: "plan.active", completed: "plan.completed" } as const;

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
  return advanceCovers(ctx, "complete", {
    executive: { poolId },
    status: { in: ["confirmed", "active"] },
    ...hasEnded(now),
  });
}

function beginCovers(ctx: SystemCtx, { poolId, now }: Here): Promise<number> {
  return advanceCovers(ctx, "begin", { executive: { poolId }, status: "confirmed", ...hasBegun(now) });
}

const ADVANCED = { begin: "cover.active", complete: "cover.completed" } as const;

async function advanceCovers(
  ctx: SystemCtx,
  move: "begin" | "complete",
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
    const moved = await moveCovers(tx, move, { id: { in: ids }, ...where });
    await audit(tx, ...moved.map((id) => coverAudit(ADVANCED[move], id)));
    return moved.length;
  });
}

function completePlans(ctx: SystemCtx, { poolId, now }: Here): Promise<number> {
  return movePlans(ctx, "complete", { poolId, toOn: { lt: dayToDate(now.on) } });
}

function beginPlans(ctx: SystemCtx, { poolId, now }: Here): Promise<number> {
  return movePlans(ctx, "begin", { poolId, fromOn: { lte: dayToDate(now.on) } });
}

async function movePlans(
  ctx: SystemCtx,
  move: "begin" | "complete",
  those: Prisma.CoveragePlanWhereInput,
): Promise<number> {
  const { from } = PLAN_MOVES.moves[move];
  const status = move === "begin" ? "active" : "completed";
  const where = { ...those, status: { in: [...from] } };
  return inTransaction(ctx, async (tx) => {
    const due = await tx.db.coveragePlan.findMany({
      where,
      select: { id: true },
      orderBy: { id: "asc" },
      take: MOST_AT_ONCE,
    });
    const moved = await tx.db.coveragePlan.updateManyAndReturn({
      where: { id: { in: due.map((plan) => plan.id) }, ...where },
      data: { status, version: { increment: 1 } },
      select: { id: true },
    });
    await audit(tx, ...moved.map(({ id }) => planAudit(PLAN_MOVED[status], id)));
    return moved.length;
  });
}
