import "server-only";
import type { Day } from "@/lib/time/day";
import { STRETCH_COLUMNS, spanOfColumns } from "@/lib/time/stretch-columns";
import type { Prisma } from "@/prisma/generated/client/client";
import { COUNTED_COVER, type CoverRecord } from "./rules";
import { touchingDays } from "./rules-extent";

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
  version: true,
  ...STRETCH_COLUMNS,
} as const satisfies Prisma.CoverageAssignmentSelect;

/** Covers that count on any of some days. */
export function countedBetween(from: Day, to: Day) {
  return { status: { in: [...COUNTED_COVER] }, ...touchingDays(from, to) };
}

/** A cover from its row. */
export function coverOfRow(row: Prisma.CoverageAssignmentGetPayload<{ select: typeof COVER }>): CoverRecord {
  const { id, executiveId, assistantId, absenceId, planId, pinned, overrideReason, dutyIds, version } = row;
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
    version,
    ...spanOfColumns(row),
  };
}
