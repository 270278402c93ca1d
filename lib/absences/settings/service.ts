import "server-only";
import { absenceAudit } from "@/lib/absences/audit";
import type { PoolInput } from "@/lib/absences/balances/schema";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { dayOfColumn, dayToDate } from "@/lib/time/day";
import type { AddBlackoutInput, BlackoutView, GroupView, RecordIdInput, SaveGroupInput } from "./schema";

function gate(ctx: Ctx<Manager>, poolId: string): void {
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
}

const MOST_BLACKOUTS = 200;

/** The days on which a pool needs its people, the latest first. */
export async function listBlackouts(ctx: Ctx<Manager>, { poolId }: PoolInput): Promise<BlackoutView[]> {
  gate(ctx, poolId);
  const rows = await ctx.db.blackoutPeriod.findMany({
    where: { poolId },
    orderBy: [{ fromOn: "desc" }, { id: "desc" }],
    take: MOST_BLACKOUTS,
  });
  return rows.map(({ id, name, kind, fromOn, toOn }) => ({
    id,
    poolId,
    name,
    kind,
    from: dayOfColumn(fromOn),
    to: dayOfColumn(toOn),
  }));
}

/** Names days on which a pool needs its people; refuses an end before the start. */
export async function addBlackout(
  ctx: Ctx<Manager>,
  { poolId, name, kind, from, to }: AddBlackoutInput,
): Promise<Result<{ id: string }, "ends_before_start">> {
  gate(ctx, poolId);
  if (to < from) return refuse("ends_before_start", { path: "to" });
  return inTransaction(ctx, async (tx) => {
    const { id } = await tx.db.blackoutPeriod.create({
      data: { poolId, name, kind, fromOn: dayToDate(from), toOn: dayToDate(to) },
      select: { id: true },
    });
    const data = { poolId, kind, from, to };
    await audit(tx, absenceAudit("blackout.added", id, data));
    return ok({ id });
  });
}

/** Takes back a blackout; leave that was refused for it may be asked for again. */
export async function removeBlackout(
  ctx: Ctx<Manager>,
  { id }: RecordIdInput,
): Promise<Result<{ id: string }>> {
  return inTransaction(ctx, async (tx) => {
    const row = await tx.db.blackoutPeriod.findUnique({ where: { id }, select: { poolId: true } });
    if (!row || !canManagePool(ctx.actor, row.poolId)) throw new NotFoundError("blackout");
    await tx.db.blackoutPeriod.delete({ where: { id }, select: { id: true } });
    const data = { poolId: row.poolId };
    await audit(tx, absenceAudit("blackout.removed", id, data));
    return ok({ id });
  });
}

/** The groups of a pool that may not all be away at a time. */
export async function listGroups(ctx: Ctx<Manager>, { poolId }: PoolInput): Promise<GroupView[]> {
  gate(ctx, poolId);
  const rows = await ctx.db.apartGroup.findMany({
    where: { poolId },
    include: {
      members: { select: { assistantId: true, assistant: { select: { user: { select: { name: true } } } } } },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, name, mostAway, members }) => ({
    id,
    poolId,
    name,
    mostAway,
    members: members
      .map((member) => ({ id: member.assistantId, name: member.assistant.user.name }))
      .sort((a, b) => a.name.localeCompare(b.name, "sv")),
  }));
}

/** Makes a group, or changes one; its members are of the pool. Refuses a group all of whom may be away. */
export async function saveGroup(
  ctx: Ctx<Manager>,
  { id, poolId, name, mostAway, memberIds }: SaveGroupInput,
): Promise<Result<{ id: string }, "not_of_the_pool" | "all_may_be_away">> {
  gate(ctx, poolId);
  const assistantIds = [...new Set(memberIds)];
  if (mostAway >= assistantIds.length) return refuse("all_may_be_away", { path: "mostAway" });
  return inTransaction(ctx, async (tx) => {
    const known = await tx.db.assistant.count({ where: { id: { in: assistantIds }, poolId } });
    if (known < assistantIds.length) return refuse("not_of_the_pool", { path: "memberIds" });
    if (id && (await tx.db.apartGroup.count({ where: { id, poolId } })) === 0)
      throw new NotFoundError("group");
    const data = { poolId, name, mostAway };
    const group = id
      ? await tx.db.apartGroup.update({ where: { id }, data: { ...data, version: { increment: 1 } } })
      : await tx.db.apartGroup.create({ data });
    await tx.db.apartGroupMember.deleteMany({ where: { groupId: group.id } });
    await tx.db.apartGroupMember.createMany({
      data: assistantIds.map((assistantId) => ({ groupId: group.id, assistantId })),
    });
    await audit(
      tx,
      absenceAudit(id ? "apart_group.changed" : "apart_group.made", group.id, {
        poolId,
        mostAway,
        assistantIds,
      }),
    );
    return ok({ id: group.id });
  });
}

/** Deletes a group. */
export async function removeGroup(ctx: Ctx<Manager>, { id }: RecordIdInput): Promise<Result<{ id: string }>> {
  return inTransaction(ctx, async (tx) => {
    const row = await tx.db.apartGroup.findUnique({ where: { id }, select: { poolId: true } });
    if (!row || !canManagePool(ctx.actor, row.poolId)) throw new NotFoundError("group");
    await tx.db.apartGroup.delete({ where: { id }, select: { id: true } });
    const data = { poolId: row.poolId };
    await audit(tx, absenceAudit("apart_group.removed", id, data));
    return ok({ id });
  });
}
