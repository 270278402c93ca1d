import "server-only";
import type { Db } from "@/lib/db";
import { type Day, dayToDate } from "@/lib/time/day";
import type { Stretch } from "@/lib/time/stretch";
import { STRETCH_COLUMNS, stretchOfColumns } from "@/lib/time/stretch-columns";

/** The approved absences of some people between two days, by person. */
export async function listApprovedAway(
  db: Db,
  assistantIds: readonly string[],
  from: Day,
  to: Day,
): Promise<Map<string, Stretch[]>> {
  if (assistantIds.length === 0) return new Map();
  const rows = await db.absence.findMany({
    where: {
      assistantId: { in: [...assistantIds] },
      status: { in: ["approved", "cancellation_requested"] },
      startOn: { lte: dayToDate(to) },
      endOn: { gte: dayToDate(from) },
    },
    select: { assistantId: true, ...STRETCH_COLUMNS },
  });
  const away = new Map<string, Stretch[]>();
  for (const { assistantId, ...row } of rows)
    away.set(assistantId, [...(away.get(assistantId) ?? []), stretchOfColumns(row)]);
  return away;
}
