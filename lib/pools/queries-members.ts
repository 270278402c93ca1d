import "server-only";
import { isNamed, NAME_ORDER } from "@/lib/accounts/queries-names";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import type { Cursor } from "@/lib/cursor";
import { NotFoundError } from "@/lib/errors";
import { Prisma } from "@/prisma/generated/client/client";
import { canManagePool } from "./policy";

export type MemberFilter = {
  q?: string;
  poolId?: string;
  show: "current" | "all";
  cursor?: Cursor;
  limit: number;
};

/** A person's place in a list by name. */
export type Member = { id: string; userId: string; key: string };

/** The pools a list may show: the one asked for, or all the manager leads. */
export function poolsShown(ctx: Ctx<Manager>, poolId: string | undefined): string[] {
  if (poolId === undefined) return [...ctx.actor.managedPoolIds];
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  return [poolId];
}

/** The assistants or executives of the manager's pools by name, whatever the case, with one to spare. */
export function listMembers(
  ctx: Ctx<Manager>,
  kind: "assistants" | "executives",
  { q, poolId, show, cursor, limit }: MemberFilter,
): Promise<Member[]> {
  const conditions = [Prisma.sql`m.pool_id = ANY(${poolsShown(ctx, poolId)}::uuid[])`];
  if (q) conditions.push(isNamed(q));
  if (show === "current") {
    conditions.push(
      Prisma.sql`(m.leaves_on IS NULL OR m.leaves_on >= (${ctx.now}::timestamptz AT TIME ZONE p.time_zone)::date)`,
    );
  }
  if (cursor) conditions.push(Prisma.sql`(${NAME_ORDER}, u.id) > (${cursor.key}, ${cursor.id}::uuid)`);
  return ctx.db.$queryRaw<Member[]>`
    SELECT m.id, u.id AS "userId", lower(u.name) AS key
    FROM ${Prisma.raw(kind)} m JOIN users u ON u.id = m.user_id JOIN pools p ON p.id = m.pool_id
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY ${NAME_ORDER}, u.id
    LIMIT ${limit + 1}`;
}

/** Rows read by id, put in the order of the list. */
export function inOrderOf<R extends { id: string }>(
  members: readonly Member[],
  rows: readonly R[],
): { member: Member; row: R }[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return members.flatMap((member) => {
    const row = byId.get(member.id);
    return row ? [{ member, row }] : [];
  });
}
