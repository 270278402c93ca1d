import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { pageOf } from "@/lib/cursor";
import { NotFoundError } from "@/lib/errors";
import { isFoundBy } from "@/lib/search";
import { Prisma } from "@/prisma/generated/client/client";
import { canManagePool } from "./policy";
import { type ListPoolsInput, MENU_PLACES, type PoolView } from "./schema";

const POOL = {
  id: true,
  name: true,
  timeZone: true,
  holidayRegion: true,
  holidayTypes: true,
  confirmsAccepted: true,
  hiddenPlaces: true,
  version: true,
  lendsTo: { select: { borrowerId: true }, orderBy: { borrowerId: "asc" } },
  _count: { select: { assistants: true, executives: true } },
} as const;

/** The pools the manager leads, by name. */
export async function listPools(ctx: Ctx<Manager>): Promise<PoolView[]> {
  const rows = await ctx.db.pool.findMany({
    where: { id: { in: [...ctx.actor.managedPoolIds] } },
    select: POOL,
    orderBy: { name: "asc" },
  });
  return rows.map(poolView);
}

/** A page of the pools the manager leads, by name. */
export async function pagePools(
  ctx: Ctx<Manager>,
  { q, cursor, limit }: ListPoolsInput,
): Promise<{ items: PoolView[]; nextCursor: string | null }> {
  const rows = await ctx.db.pool.findMany({
    where: {
      id: { in: await listPoolIdsNamed(ctx, q) },
      name: { gt: cursor?.key },
    },
    select: POOL,
    orderBy: { name: "asc" },
    take: limit + 1,
  });
  return pageOf(rows, limit, (row) => ({ key: row.name, id: row.id }), poolView);
}

async function listPoolIdsNamed(ctx: Ctx<Manager>, q: string | undefined): Promise<string[]> {
  const led = [...ctx.actor.managedPoolIds];
  if (!q) return led;
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM pools p WHERE p.id = ANY(${led}::uuid[]) AND ${isFoundBy(q, Prisma.sql`p.name`)}`;
  return rows.map((row) => row.id);
}

/** One of the manager's pools; any other is not found. */
export async function requirePool(ctx: Ctx<Manager>, poolId: string): Promise<PoolView> {
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  const row = await ctx.db.pool.findUnique({ where: { id: poolId }, select: POOL });
  if (!row) throw new NotFoundError("pool");
  return poolView(row);
}

/** The pools one of the manager's may lend to: those of its time zone, by name. */
export async function listPossibleBorrowers(
  ctx: Ctx<Manager>,
  poolId: string,
): Promise<{ id: string; name: string }[]> {
  const { timeZone } = await requirePool(ctx, poolId);
  return ctx.db.pool.findMany({
    where: { timeZone, id: { not: poolId } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
}

type PoolRow = Omit<PoolView, "assistantCount" | "executiveCount" | "lendsTo" | "hiddenPlaces"> & {
  lendsTo: { borrowerId: string }[];
  hiddenPlaces: string[];
  _count: { assistants: number; executives: number };
};

function poolView({ _count, lendsTo, hiddenPlaces, ...pool }: PoolRow): PoolView {
  return {
    ...pool,
    hiddenPlaces: MENU_PLACES.filter((place) => hiddenPlaces.includes(place)),
    lendsTo: lendsTo.map(({ borrowerId }) => borrowerId),
    assistantCount: _count.assistants,
    executiveCount: _count.executives,
  };
}
