import "server-only";
import type { Db } from "@/lib/db";
import type { Day } from "@/lib/time/day";
import type { Hours } from "@/lib/time/hours";
import { STRETCH_COLUMNS, spanOfColumns } from "@/lib/time/stretch-columns";
import type { Prisma } from "@/prisma/generated/client/client";
import { AGREED_COVER, type CoverRecord } from "./rules";

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

/** True where somebody covers an executive, as agreed, in some hours of a day. */
export async function coversDuring(
  db: Db,
  assistantId: string,
  { on, startMinute, endMinute }: Hours & { on: Day },
): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM coverage_assignments c
    WHERE c.assistant_id = ${assistantId}::uuid AND c.status = ANY(${[...AGREED_COVER]}::coverage_status[])
      AND c.start_on <= ${on}::date AND c.end_on >= ${on}::date
      AND minutes_away(c.start_on, c.start_part, c.end_on, c.end_part, c.start_minute, c.end_minute)
        && shift_minutes(${on}::date, ${startMinute}::int, ${endMinute}::int)
    LIMIT 1`;
  return rows.length > 0;
}
