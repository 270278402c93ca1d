import "server-only";
import type { Ctx } from "@/lib/context";
import type { Day } from "@/lib/time/day";
import type { Prisma } from "@/prisma/generated/client/client";
import { COUNTED_COVER, type CoverRecord, LIVE_COVER } from "./rules";
import { spanOfRow, touchingDays } from "./rules-extent";

/** The columns half-days and hours are read from. */
export const SPAN = {
  startOn: true,
  startPart: true,
  endOn: true,
  endPart: true,
  startMinute: true,
  endMinute: true,
} as const;

/** The columns a cover is read from. */
export const COVER = {
  id: true,
  executiveId: true,
  assistantId: true,
  absenceId: true,
  planId: true,
  pinned: true,
  overrideReason: true,
  status: true,
  offerExpiresAt: true,
  dutyIds: true,
  ...SPAN,
} as const satisfies Prisma.CoverageAssignmentSelect;

/** Covers that count on any of some days. */
export function countedBetween(from: Day, to: Day) {
  return { status: { in: [...COUNTED_COVER] }, ...touchingDays(from, to) };
}

/** A cover from its row. */
export function coverOfRow(row: Prisma.CoverageAssignmentGetPayload<{ select: typeof COVER }>): CoverRecord {
  const { id, executiveId, assistantId, absenceId, planId, pinned, overrideReason, dutyIds } = row;
  const offeredUntil = row.status === "offered" ? row.offerExpiresAt : null;
  return {
    id,
    executiveId,
    assistantId,
    absenceId,
    planId,
    pinned,
    overrideReason,
    offeredUntil,
    dutyIds,
    ...spanOfRow(row),
  };
}

/** Which of some assistants cover anybody. */
export async function listCoveringAssistants(ctx: Ctx, assistantIds: readonly string[]): Promise<string[]> {
  const rows = await ctx.db.coverageAssignment.findMany({
    where: { assistantId: { in: [...assistantIds] }, status: { in: [...LIVE_COVER] } },
    select: { assistantId: true },
    distinct: ["assistantId"],
  });
  return rows.map((row) => row.assistantId);
}
