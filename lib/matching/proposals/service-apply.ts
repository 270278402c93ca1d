import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { matchingAudit } from "@/lib/matching/audit";
import { matchingNotice } from "@/lib/matching/notices";
import { listSupportInTheWay } from "@/lib/matching/placements/queries-support";
import { refuseChanged } from "@/lib/moves/service-changes";
import { notify } from "@/lib/notices/service-notify";
import { ok, type Result, refuse } from "@/lib/result";
import {
  changeSupportAssignment,
  createSupportAssignment,
  removeSupportAssignment,
  type TermRefusal,
} from "@/lib/support/service";
import { addDays, type Day, dayOfColumn } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { requireRebalanceRow } from "./queries";
import {
  AppliedRebalance,
  type ApplyRebalanceInput,
  type RebalanceVersionInput,
  StoredRebalance,
} from "./schema";
import { readQuestion } from "./service";

type Move = StoredRebalance["curve"][number]["moves"][number];
type Refused =
  | TermRefusal
  | "unknown_duty"
  | "changed_since_read"
  | "rebalance_outdated"
  | "not_possible_now";

/**
 * Applies a point of a proposal, or the moves of it that are named, from its day on: all support in one transaction, everybody
 * concerned told once. Refused as outdated where anything it rests on has changed.
 */
export async function applyRebalance(
  ctx: Ctx<Manager>,
  { id, version, changes, executiveIds }: ApplyRebalanceInput,
): Promise<Result<{ id: string }, Refused>> {
  const row = await requireRebalanceRow(ctx, id);
  const from = dayOfColumn(row.fromOn);
  return inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.rebalanceProposal.updateMany({
      where: { id, version, status: "proposed" },
      data: { status: "applied", version: { increment: 1 } },
    });
    if (count === 0) {
      const current = await requireRebalanceRow(tx, id);
      if (current.version !== version)
        return refuseChanged(tx, { entityType: "rebalance", id }, { version }, current);
      return refuse("not_possible_now", { details: { status: current.status, by: "none" } });
    }
    const { poolId, mostChanges, fixedIds } = row;
    const { hash } = await readQuestion(tx, { poolId, from, mostChanges, fixedIds });
    if (hash !== row.inputsHash) return refuse("rebalance_outdated");
    const point = StoredRebalance.parse(row.result).curve.find((one) => one.changes === changes);
    const moves = (point?.moves ?? []).filter(
      ({ executiveId }) => executiveIds === undefined || executiveIds.includes(executiveId),
    );
    const applied: AppliedRebalance = { changes: moves.length, begun: [], ended: [] };
    for (const move of moves) {
      const refusal = await applyMove(tx, move, from, applied);
      if (refusal) return refusal;
    }
    await tx.db.rebalanceProposal.update({ where: { id }, data: { applied }, select: { id: true } });
    await tellAll(tx, moves, from);
    await audit(tx, matchingAudit("rebalance.applied", id, { poolId, from, count: moves.length }));
    return ok({ id });
  });
}

async function applyMove(tx: Ctx<Manager>, move: Move, from: Day, applied: AppliedRebalance) {
  const { executiveId, toAssistantId } = move;
  const before = await listSupportInTheWay(tx, { executiveId, assistantId: toAssistantId, from });
  for (const { fromOn, toOn, ...support } of before) {
    const days = { from: dayOfColumn(fromOn), to: addDays(from, -1) };
    const ended = await changeSupportAssignment(tx, { ...support, ...days });
    if (!ended.ok) return ended;
    applied.ended.push({ id: support.id, to: toOn && dayOfColumn(toOn) });
  }
  if (!toAssistantId) return null;
  const primary = { role: "primary" as const, rank: 1, dutyIds: [], from, to: null };
  const begun = await createSupportAssignment(tx, { executiveId, assistantId: toAssistantId, ...primary });
  if (!begun.ok) return begun;
  applied.begun.push({ id: begun.value.id });
  return null;
}

/** Everybody concerned hears of it once, whatever number of moves concern them. */
async function tellAll(tx: Ctx<Manager>, moves: readonly Move[], from: Day): Promise<void> {
  const assistantIds = moves.flatMap((move) =>
    [move.fromAssistantId, move.toAssistantId].filter((id) => id !== null),
  );
  const [assistants, executives] = await Promise.all([
    tx.db.assistant.findMany({ where: { id: { in: assistantIds } }, select: { userId: true } }),
    tx.db.executive.findMany({
      where: { id: { in: moves.map(({ executiveId }) => executiveId) } },
      select: { userId: true },
    }),
  ]);
  const userIds = [...assistants, ...executives].map(({ userId }) => userId);
  await notify(tx, matchingNotice("support_changes", [...new Set(userIds)], { on: from }));
}

/** Undoes what was applied, until its day comes: support is as it was. Refused where somebody has changed it since. */
export async function undoRebalance(
  ctx: Ctx<Manager>,
  { id, version }: RebalanceVersionInput,
): Promise<Result<{ id: string }, Refused | "cannot_undo" | "day_has_been">> {
  const row = await requireRebalanceRow(ctx, id);
  const { timeZone } = await ctx.db.pool.findUniqueOrThrow({ where: { id: row.poolId } });
  const from = dayOfColumn(row.fromOn);
  if (from <= dayIn(timeZone, ctx.now)) return refuse("day_has_been", { details: { on: from } });
  const applied = row.applied === null ? null : AppliedRebalance.parse(row.applied);
  if (row.status !== "applied" || !applied)
    return refuse("not_possible_now", { details: { status: row.status, by: "none" } });
  return inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.rebalanceProposal.updateMany({
      where: { id, version, status: "applied" },
      data: { status: "undone", version: { increment: 1 } },
    });
    if (count === 0) return refuseChanged(tx, { entityType: "rebalance", id }, { version }, row);
    const support = await tx.db.supportAssignment.findMany({
      where: { id: { in: [...applied.begun, ...applied.ended].map((one) => one.id) } },
    });
    const byId = new Map(support.map((one) => [one.id, one]));
    for (const { id: begunId } of applied.begun) {
      const begun = byId.get(begunId);
      if (begun?.version !== 1) return refuse("cannot_undo");
      await removeSupportAssignment(tx, { id: begunId, version: begun.version });
    }
    for (const { id: endedId, to } of applied.ended) {
      const ended = byId.get(endedId);
      if (!ended?.toOn || dayOfColumn(ended.toOn) !== addDays(from, -1)) return refuse("cannot_undo");
      const { role, rank, version: read, fromOn } = ended;
      const days = { from: dayOfColumn(fromOn), to: to as Day | null };
      const back = await changeSupportAssignment(tx, { id: endedId, version: read, role, rank, ...days });
      if (!back.ok) return back;
    }
    await audit(tx, matchingAudit("rebalance.undone", id, { poolId: row.poolId }));
    return ok({ id });
  });
}
