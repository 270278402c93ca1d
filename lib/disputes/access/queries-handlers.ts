import "server-only";
import type { Ctx } from "@/lib/context";
import { EMPLOYMENTS, hasLeft } from "@/lib/employment";
import type { HandlerCandidate } from "./rules-handlers";

const MOST = 200;
/** Of these one runs for each conversation that is open, and it is its handler's. */
const OPEN_CLOCKS = ["triage", "close"] as const;

/** The managers who may handle what somebody of a pool raises, with how many conversations each has open. */
export async function listHandlers(ctx: Ctx, poolId: string): Promise<HandlerCandidate[]> {
  const users = await ctx.db.user.findMany({
    where: { disabledAt: null, managedPools: { some: {} }, id: { not: ctx.actor.userId } },
    select: {
      id: true,
      name: true,
      managedPools: { select: { poolId: true, pool: { select: { name: true } } } },
      _count: { select: { caseClocks: { where: { kind: { in: [...OPEN_CLOCKS] } } } } },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MOST,
  });
  return users.map(({ id, name, managedPools, _count }) => ({
    userId: id,
    name,
    pools: managedPools.map(({ pool }) => pool.name).join(", "),
    load: _count.caseClocks,
    isOfOwnPool: managedPools.some((one) => one.poolId === poolId),
  }));
}

/** Somebody who can be named in a conversation. */
export type NameablePerson = { userId: string; name: string; hint: string };

const MOST_FOUND = 20;

/** People one may work with, by a part of their name: those of the own pool, and who leads it. */
export async function findNameable(ctx: Ctx, poolId: string, q: string): Promise<NameablePerson[]> {
  const rows = await ctx.db.user.findMany({
    where: {
      id: { not: ctx.actor.userId },
      disabledAt: null,
      name: { contains: q, mode: "insensitive" },
      OR: [{ assistant: { poolId } }, { executive: { poolId } }, { managedPools: { some: { poolId } } }],
    },
    select: { id: true, name: true, executive: { select: { title: true } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MOST_FOUND,
  });
  return rows.map(({ id, name, executive }) => ({ userId: id, name, hint: executive?.title ?? "" }));
}

/** The names of people by their account; those who have left are left out. */
export async function namesOfPresent(ctx: Ctx, userIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.db.user.findMany({
    where: { id: { in: [...userIds] }, disabledAt: null },
    select: { id: true, name: true, ...EMPLOYMENTS },
  });
  return new Map(rows.filter((row) => !hasLeft(row, ctx.now)).map(({ id, name }) => [id, name]));
}
