import "server-only";
import { audit } from "@/lib/audit";
import type { Ctx } from "@/lib/context";
import { notify } from "@/lib/notices/service-notify";
import { type HalfDayRange, sharedRange } from "@/lib/time/half-day";
import type { Prisma } from "@/prisma/generated/client/client";
import { columnsOfStretch, rangeOf, stretchColumns, stretchOfRow } from "./queries";
import { type AskedStretch, doOverlap, type Stretch, wholeHalves, withoutStretch } from "./rules-stretch";

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
  startMinute: true,
  endMinute: true,
  dutyIds: true,
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
  absence: AskedStretch,
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
  return release(tx, near, withHours(absence));
}

function withHours(asked: AskedStretch): Stretch {
  const { startMinute = null, endMinute = null } = asked;
  return { ...wholeHalves(asked), startMinute, endMinute };
}

/** Frees everybody who covers for an absence that is not to be, or for the part of it that is not. */
export async function releaseCoversFor(
  tx: Ctx,
  absenceId: string,
  part: HalfDayRange | null = null,
  back: string | null = null,
): Promise<string[]> {
  const covers = await tx.db.coverageAssignment.findMany({
    where: { absenceId, status: { in: [...LIVE_COVER] } },
    select: COVER,
    orderBy: [{ startOn: "asc" }, { id: "asc" }],
  });
  return release(tx, covers, part && wholeHalves(part), back);
}

/**
 * Releases covers inside a range, or whole for null, keeps their other pieces, and tells everybody concerned. `back` is
 * the own assistant who is there again, where that is why.
 */
async function release(
  tx: Ctx,
  covers: CoverRow[],
  within: Stretch | null,
  back: string | null = null,
): Promise<string[]> {
  const cuts = covers.flatMap((cover) => {
    const whole = stretchOfRow(cover);
    if (!within) return [{ cover, gone: rangeOf(cover), kept: [] }];
    const gone = doOverlap(whole, within) ? sharedRange(whole, within) : null;
    return gone ? [{ cover, gone, kept: withoutStretch(whole, within) }] : [];
  });
  const ids = cuts.map(({ cover }) => cover.id);
  if (ids.length === 0) return ids;
  await tx.db.coverageAssignment.updateMany({
    where: { id: { in: ids } },
    data: { status: "released", version: { increment: 1 } },
  });
  await tx.db.coverageAssignment.createMany({
    data: cuts.flatMap(({ cover, kept }) => kept.map((stretch) => pieceOf(tx, cover, stretch))),
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

function pieceOf(tx: Ctx, cover: CoverRow, stretch: Stretch) {
  const { executiveId, assistantId, planId, absenceId, dutyIds } = cover;
  const { status, pinned, overrideReason, createdById } = cover;
  const { offerExpiresAt, answeredAt, answerNote } = cover;
  return {
    offerExpiresAt,
    answeredAt,
    answerNote,
    executiveId,
    assistantId,
    planId,
    absenceId,
    dutyIds,
    status,
    pinned,
    overrideReason,
    createdById,
    createdAt: tx.now,
    ...columnsOfStretch(stretch),
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
