import "server-only";
import { STRETCH_COLUMNS, spanOfColumns } from "@/lib/time/stretch-columns";
import type { Prisma } from "@/prisma/generated/client/client";
import type { CoverRecord } from "./rules";

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
