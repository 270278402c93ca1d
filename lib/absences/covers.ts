import "server-only";
import { audit } from "@/lib/audit";
import type { Ctx } from "@/lib/context";
import { notify } from "@/lib/notices/notice";
import { type HalfDayRange, sharedRange, withoutRange } from "@/lib/time/half-day";
import type { Prisma } from "@/prisma/generated/client/client";
import { rangeOf, stretchColumns } from "./queries";

const LIVE_COVER = ["offered", "accepted", "confirmed", "active"] as const;

const COVER = {
  id: true,
  executiveId: true,
  assistantId: true,
  planId: true,
  absenceId: true,
  startOn: true,
  startPart: true,
  endOn: true,
  endPart: true,
  status: true,
  pinned: true,
  overrideReason: true,
  createdById: true,
  offerExpiresAt: true,
  answeredAt: true,
  answerNote: true,
  assistant: { select: { userId: true } },
  executive: { select: { userId: true, user: { select: { name: true } } } },
} satisfies Prisma.CoverageAssignmentSelect;

type CoverRow = Prisma.CoverageAssignmentGetPayload<{ select: typeof COVER }>;

/** Keeps covers from being given to an assistant, or taken away, until the transaction ends. */
export async function lockAssistant(tx: Ctx, assistantId: string): Promise<void> {
  await tx.db.$queryRaw`SELECT id FROM assistants WHERE id = ${assistantId}::uuid FOR NO KEY UPDATE`;
}

/** Frees an assistant of the covers they hold inside an absence; what lies outside it stays theirs. */
export async function releaseCoversWithin(
  tx: Ctx,
  assistantId: string,
  absence: HalfDayRange,
): Promise<string[]> {
  const { startOn, endOn } = stretchColumns(absence);
  const near = await tx.db.coverageAssignment.findMany({
    where: {
      assistantId,
      status: { in: [...LIVE_COVER] },
      startOn: { lte: endOn },
      endOn: { gte: startOn },
    },
    select: COVER,
    orderBy: [{ startOn: "asc" }, { id: "asc" }],
  });
  return release(tx, near, absence);
}

/** Frees everybody who covers for an absence that is not to be, or for the part of it that is not. */
export async function releaseCoversFor(
  tx: Ctx,
  absenceId: string,
  part: { within: HalfDayRange; back: string } | null = null,
): Promise<string[]> {
  const covers = await tx.db.coverageAssignment.findMany({
    where: { absenceId, status: { in: [...LIVE_COVER] } },
    select: COVER,
    orderBy: [{ startOn: "asc" }, { id: "asc" }],
  });
  return release(tx, covers, part?.within ?? null, part?.back ?? null);
}

/**
 * Releases covers inside a range, or whole for null, keeps their other pieces, and tells everybody concerned. `back` is
 * the own assistant who is there again, where that is why.
 */
async function release(
  tx: Ctx,
  covers: CoverRow[],
  within: HalfDayRange | null,
  back: string | null = null,
): Promise<string[]> {
  const cuts = covers.flatMap((cover) => {
    const gone = within ? sharedRange(rangeOf(cover), within) : rangeOf(cover);
    return gone ? [{ cover, gone, kept: withoutRange(rangeOf(cover), gone) }] : [];
  });
  const ids = cuts.map(({ cover }) => cover.id);
  if (ids.length === 0) return ids;
  await tx.db.coverageAssignment.updateMany({
    where: { id: { in: ids } },
    data: { status: "released", version: { increment: 1 } },
  });
  await tx.db.coverageAssignment.createMany({
    data: cuts.flatMap(({ cover, kept }) => kept.map((range) => pieceOf(tx, cover, range))),
  });
  for (const { cover, gone } of cuts) await tellOfRelease(tx, cover, gone, back);
  await audit(
    tx,
    ...cuts.map(({ cover: { id, executiveId, assistantId }, gone }) => ({
      action: "cover.released",
      entityType: "coverage_assignment",
      entityId: id,
      data: { executiveId, assistantId, ...gone },
    })),
  );
  return ids;
}

function pieceOf(tx: Ctx, cover: CoverRow, range: HalfDayRange) {
  const { executiveId, assistantId, planId, absenceId, status, pinned, overrideReason, createdById } = cover;
  const { offerExpiresAt, answeredAt, answerNote } = cover;
  return {
    offerExpiresAt,
    answeredAt,
    answerNote,
    executiveId,
    assistantId,
    planId,
    absenceId,
    status,
    pinned,
    overrideReason,
    createdById,
    createdAt: tx.now,
    ...stretchColumns(range),
  };
}

async function tellOfRelease(
  tx: Ctx,
  { assistant, executive }: CoverRow,
  range: HalfDayRange,
  back: string | null,
): Promise<void> {
  await notify(tx, [assistant.userId], {
    kind: "cover_released",
    params: { executive: executive.user.name, range },
  });
  await notify(tx, [executive.userId], { kind: "support_changed", params: { range, assistant: back } });
}
