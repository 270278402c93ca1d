import "server-only";
import { audit } from "@/lib/audit";
import type { Ctx } from "@/lib/context";
import { coverAudit } from "@/lib/covers/audit";
import type { Prisma } from "@/prisma/generated/client/client";
import { type CoverStatus, isLiveCover, isUnansweredOffer } from "./rules";
import { lockBoard } from "./service";
import { removeAcceptedGaps } from "./service-gaps";
import { notifyCoverChange } from "./service-notices";

/** A change of covers as it is kept, with every cover it speaks of. */
export type KeptChange = {
  change: Prisma.CoverageChangeGetPayload<object>;
  covers: CoverRow[];
};

type CoverRow = Awaited<ReturnType<typeof readCovers>>[number];

/** Reads a change and locks all it speaks of until the transaction ends; null where there is none. */
export async function lockChange(tx: Ctx, id: string): Promise<KeptChange | null> {
  const change = await tx.db.coverageChange.findUnique({ where: { id } });
  if (!change) return null;
  const ids = [...change.createdIds, ...change.releasedIds, ...(change.pinnedId ? [change.pinnedId] : [])];
  const before = await readCovers(tx, ids);
  await lockBoard(
    tx,
    before.map((cover) => cover.executiveId),
    before.map((cover) => cover.assistantId),
  );
  return { change, covers: await readCovers(tx, ids) };
}

function readCovers(tx: Ctx, ids: string[]) {
  return tx.db.coverageAssignment.findMany({
    where: { id: { in: ids } },
    include: { executive: { select: { poolId: true } }, assistant: { select: { poolId: true } } },
  });
}

/**
 * Takes back one change of covers as a whole and returns the covers that stand again; null when they have moved on since,
 * or the change was taken back before.
 */
export async function takeBackChange(
  tx: Ctx,
  { change, covers }: KeptChange,
): Promise<{ restored: CoverRow[]; reopenedPlanId: string | null } | null> {
  if (change.undoneAt || !isAsItLeft(change, covers)) return null;
  const claimed = await tx.db.coverageChange.updateMany({
    where: { id: change.id, undoneAt: null },
    data: { undoneAt: tx.now },
  });
  if (claimed.count === 0) return null;
  const reopenedPlanId = change.kind === "plan_accepted" ? change.planId : null;
  const isProposal = (cover: CoverRow) => reopenedPlanId !== null && cover.planId === reopenedPlanId;
  const created = covers.filter((cover) => change.createdIds.includes(cover.id));
  await setStatus(tx, created.filter(isProposal), "proposed");
  await setStatus(
    tx,
    created.filter((cover) => !isProposal(cover)),
    "released",
  );
  const restored = covers.filter((cover) => change.releasedIds.includes(cover.id));
  for (const status of ["confirmed", "offered", "expired"] as const)
    await setStatus(
      tx,
      restored.filter((cover) => statusAgain(tx, cover) === status),
      status,
    );
  const pinned = covers.find((cover) => cover.id === change.pinnedId);
  if (pinned) await setPin(tx, pinned.id, !pinned.pinned);
  if (reopenedPlanId) await removeAcceptedGaps(tx, { planId: reopenedPlanId });
  await notifyCoverChange(tx, change.createdIds, change.releasedIds);
  await audit(tx, coverAudit("board_change.undone", change.id));
  return { restored, reopenedPlanId };
}

/** True when every cover is still as the change left it. */
function isAsItLeft(change: KeptChange["change"], covers: readonly CoverRow[]): boolean {
  const rowOf = new Map(covers.map((cover) => [cover.id, cover]));
  const isLive = (id: string) => {
    const row = rowOf.get(id);
    return row !== undefined && isLiveCover(row.status);
  };
  const isPinnedAsLeft = (id: string) => isLive(id) && rowOf.get(id)?.pinned === (change.kind === "pinned");
  return (
    change.createdIds.every(isLive) &&
    change.releasedIds.every((id) => rowOf.get(id)?.status === "released") &&
    (change.pinnedId === null || isPinnedAsLeft(change.pinnedId))
  );
}

/** What a released cover is once its release is taken back: an offer whose time is up is over. */
function statusAgain(tx: Ctx, cover: CoverRow): "confirmed" | "offered" | "expired" {
  if (!isUnansweredOffer(cover) || cover.offerExpiresAt === null) return "confirmed";
  return cover.offerExpiresAt > tx.now ? "offered" : "expired";
}

async function setStatus(tx: Ctx, covers: readonly CoverRow[], status: CoverStatus): Promise<void> {
  if (covers.length === 0) return;
  await tx.db.coverageAssignment.updateMany({
    where: { id: { in: covers.map((cover) => cover.id) } },
    data: { status, version: { increment: 1 } },
  });
}

async function setPin(tx: Ctx, id: string, pinned: boolean): Promise<void> {
  await tx.db.coverageAssignment.update({
    where: { id },
    data: { pinned, version: { increment: 1 } },
    select: { id: true },
  });
}

/** Pins a cover so that no plan moves it, or lets it go, as one change that can be undone; returns its id. */
export async function changePin(tx: Ctx, id: string, pinned: boolean): Promise<string> {
  await setPin(tx, id, pinned);
  const change = await tx.db.coverageChange.create({
    data: {
      actorId: tx.actor.userId,
      kind: pinned ? "pinned" : "unpinned",
      createdIds: [],
      releasedIds: [],
      pinnedId: id,
      createdAt: tx.now,
    },
    select: { id: true },
  });
  const action = pinned ? "cover.pinned" : "cover.unpinned";
  await audit(tx, coverAudit(action, id));
  return change.id;
}
