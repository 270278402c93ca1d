import "server-only";
import { audit } from "@/lib/audit";
import type { Ctx } from "@/lib/context";
import { coverAudit } from "@/lib/covers/audit";
import type { Prisma } from "@/prisma/generated/client/client";
import type { NewCover } from "./rules";
import type { Cut } from "./rules-cuts";
import { columnsOfHolding, extentWords } from "./rules-extent";
import { moveCovers } from "./service-moves";
import { notifyCoverChange } from "./service-notices";

/** A change of covers: what is cut, what is made, and which proposals come into force. */
export type CoverChange = {
  kind: "assigned" | "released" | "plan_accepted" | "absence_covered" | "assistant_away" | "absence_over";
  planId?: string;
  cuts: Cut[];
  creates?: NewCover[];
  /** Proposed rows of a plan that become confirmed. */
  confirmedIds?: string[];
  /** The own assistant who is back, where that is why covers end. */
  back?: string | null;
};

/** Locks what a change of covers may touch, always in the same order, so that two changes wait for each other. */
export async function lockBoard(
  tx: Ctx,
  executiveIds: readonly string[],
  assistantIds: readonly string[],
): Promise<void> {
  if (executiveIds.length > 0)
    await tx.db
      .$queryRaw`SELECT id FROM executives WHERE id = ANY(${[...executiveIds]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  if (assistantIds.length > 0)
    await tx.db
      .$queryRaw`SELECT id FROM assistants WHERE id = ANY(${[...assistantIds]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
}

/** Keeps covers from being given to an assistant, or taken away, until the transaction ends. */
export function lockAssistant(tx: Ctx, assistantId: string): Promise<void> {
  return lockBoard(tx, [], [assistantId]);
}

/** Writes a change of covers as one whole that can be undone, with its audit rows and notices. */
export async function changeCovers(
  tx: Ctx,
  change: CoverChange,
): Promise<{ id: string; createdIds: string[]; releasedIds: string[] }> {
  const { kind, planId = null, cuts, creates = [], confirmedIds = [], back = null } = change;
  const releasedIds = cuts.map((cut) => cut.cover.id);
  const pieceIds = await cutRows(tx, cuts);
  const createdIds = await writeCovers(
    tx,
    creates.map((cover) => columnsOfNew(tx, cover, planId)),
  );
  if (confirmedIds.length > 0) await moveCovers(tx, "confirm", { id: { in: confirmedIds } });
  const liveIds = [...pieceIds, ...createdIds, ...confirmedIds];
  const { id } = await tx.db.coverageChange.create({
    data: {
      actorId: tx.actor.userId,
      kind,
      planId,
      createdIds: liveIds,
      releasedIds,
      createdAt: tx.now,
    },
    select: { id: true },
  });
  await notifyCoverChange(tx, releasedIds, liveIds, back);
  await audit(tx, ...auditOf(change, createdIds));
  return { id, createdIds, releasedIds };
}

/** What a piece keeps of the cover it was cut from. */
const KEPT = {
  id: true,
  executiveId: true,
  assistantId: true,
  planId: true,
  absenceId: true,
  status: true,
  pinned: true,
  overrideReason: true,
  createdById: true,
  offerExpiresAt: true,
  answeredAt: true,
  answerNote: true,
} satisfies Prisma.CoverageAssignmentSelect;

/** Covers were changed between being read and being cut: the transaction is run again, as PostgreSQL would ask. */
class CoversMoved extends Error {
  override readonly cause = { originalCode: "40001" };
}

/** Parts covers where they are cut; all of each stays as it was, so that nobody is told and there is nothing to undo. */
export async function partCovers(tx: Ctx, cuts: readonly Cut[]): Promise<void> {
  await cutRows(
    tx,
    cuts.map(({ cover, gone, kept }) => ({ cover, gone: [], kept: [...kept, ...gone] })),
  );
}

/** Ends covers that are cut and writes the pieces that stay, as what they were; returns the ids of the pieces. */
async function cutRows(tx: Ctx, cuts: readonly Cut[]): Promise<string[]> {
  if (cuts.length === 0) return [];
  const ids = cuts.map((cut) => cut.cover.id);
  const rows = await tx.db.coverageAssignment.findMany({ where: { id: { in: ids } }, select: KEPT });
  const moved = await moveCovers(tx, "release", { id: { in: ids } });
  if (moved.length < ids.length) throw new CoversMoved();
  const kept = new Map(rows.map(({ id, ...row }) => [id, row]));
  const pieces = cuts.flatMap((cut) => {
    const row = kept.get(cut.cover.id);
    return row
      ? cut.kept.map((holding) => ({ ...row, ...columnsOfHolding(holding), createdAt: tx.now }))
      : [];
  });
  return writeCovers(tx, pieces);
}

async function writeCovers(tx: Ctx, data: Prisma.CoverageAssignmentCreateManyInput[]): Promise<string[]> {
  if (data.length === 0) return [];
  const rows = await tx.db.coverageAssignment.createManyAndReturn({ data, select: { id: true } });
  return rows.map((row) => row.id);
}

function columnsOfNew(tx: Ctx, cover: NewCover, planId: string | null) {
  return {
    executiveId: cover.executiveId,
    assistantId: cover.assistantId,
    absenceId: cover.absenceId,
    planId,
    ...columnsOfHolding(cover),
    status: cover.offeredUntil ? ("offered" as const) : ("confirmed" as const),
    offerExpiresAt: cover.offeredUntil ?? null,
    pinned: cover.pinned ?? false,
    overrideReason: cover.overrideReason ?? "",
    createdById: tx.actor.userId,
    createdAt: tx.now,
  };
}

function auditOf({ cuts, creates = [], confirmedIds = [], planId }: CoverChange, createdIds: string[]) {
  return [
    ...creates.map(({ executiveId, assistantId, offeredUntil, ...holding }, i) =>
      coverAudit(offeredUntil ? "cover.offered" : "cover.assigned", createdIds[i] ?? "", {
        executiveId,
        assistantId,
        ...extentWords(holding),
      }),
    ),
    ...cuts.flatMap(({ cover: { id, executiveId, assistantId }, gone }) =>
      gone.map((holding) =>
        coverAudit("cover.released", id, { executiveId, assistantId, ...extentWords(holding) }),
      ),
    ),
    ...confirmedIds.map((id) => coverAudit("cover.confirmed", id, { planId })),
  ];
}
