import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { daysOnEarth } from "@/lib/time/zone";
import type { AwayUntil } from "./rules";
import { BOOKED_STATUSES } from "./rules-statuses";

type Row = AwayUntil & { assistantId: string };

/** Until when those of some assistants of the manager's pools are away who are so on the day it is in their pool. */
export async function listAwayUntil(
  { db, actor, now }: Ctx<Manager>,
  assistantIds: readonly string[],
): Promise<Map<string, AwayUntil>> {
  const today = daysOnEarth(now);
  const rows = await db.$queryRaw<Row[]>`
    SELECT DISTINCT ON (a.assistant_id) a.assistant_id AS "assistantId", a.end_on::text AS "to",
      a.start_minute AS "startMinute", a.end_minute AS "endMinute"
    FROM absences a JOIN assistants s ON s.id = a.assistant_id JOIN pools p ON p.id = s.pool_id
    WHERE a.assistant_id = ANY(${[...assistantIds]}::uuid[]) AND s.pool_id = ANY(${[...actor.managedPoolIds]}::uuid[])
      AND a.status = ANY(${[...BOOKED_STATUSES]}::absence_status[])
      AND a.start_on <= ${today.to}::date AND a.end_on >= ${today.from}::date
      AND a.start_on <= (${now}::timestamptz AT TIME ZONE p.time_zone)::date
      AND a.end_on >= (${now}::timestamptz AT TIME ZONE p.time_zone)::date
    ORDER BY a.assistant_id, a.end_on DESC, a.end_part DESC, a.id`;
  return new Map(rows.map(({ assistantId, ...away }) => [assistantId, away]));
}
