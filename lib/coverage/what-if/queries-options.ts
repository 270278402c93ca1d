import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { type Day, dayOfColumn, dayToDate } from "@/lib/time/day";
import type { HalfDayRange } from "@/lib/time/half-day";

const MOST_LEAVE = 100;

/** Leave of a pool that waits for a decision: who and when, never what kind. */
export type WaitingLeave = HalfDayRange & { id: string; name: string };

export type WhatIfOptions = {
  assistants: { id: string; name: string }[];
  executives: { id: string; name: string; title: string }[];
  leave: WaitingLeave[];
};

/** Whom and what a pool's what-if questions can be about between two days. */
export async function listWhatIfOptions(
  ctx: Ctx<Manager>,
  poolId: string,
  from: Day,
  to: Day,
): Promise<WhatIfOptions> {
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  const byName = { user: { name: "asc" as const } };
  const named = { id: true, user: { select: { name: true } } } as const;
  const [assistants, executives, leave] = await Promise.all([
    ctx.db.assistant.findMany({ where: { poolId }, select: named, orderBy: byName }),
    ctx.db.executive.findMany({ where: { poolId }, select: { ...named, title: true }, orderBy: byName }),
    ctx.db.absence.findMany({
      where: {
        assistant: { poolId },
        status: { in: ["requested", "provisionally_approved"] },
        startOn: { lte: dayToDate(to) },
        endOn: { gte: dayToDate(from) },
      },
      select: {
        id: true,
        startOn: true,
        startPart: true,
        endOn: true,
        endPart: true,
        assistant: { select: named },
      },
      orderBy: [{ startOn: "asc" }, { id: "asc" }],
      take: MOST_LEAVE,
    }),
  ]);
  return {
    assistants: assistants.map(({ id, user }) => ({ id, name: user.name })),
    executives: executives.map(({ id, user, title }) => ({ id, name: user.name, title })),
    leave: leave.map((row) => ({
      id: row.id,
      name: row.assistant.user.name,
      from: dayOfColumn(row.startOn),
      fromPart: row.startPart,
      to: dayOfColumn(row.endOn),
      toPart: row.endPart,
    })),
  };
}
