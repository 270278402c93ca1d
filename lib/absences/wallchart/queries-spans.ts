import "server-only";
import { AGREED_OR_OVER_COVER } from "@/lib/covers/rules";
import type { Db } from "@/lib/db";
import type { Day, DayRange } from "@/lib/time/day";
import type { WallchartPerson } from "./schema";

export type AwayStretch = WallchartPerson["away"][number];
type Cover = NonNullable<WallchartPerson["covers"]>[number];
type Rows<T> = { id: string; spans: T[] }[];

/** The absences of people between two days, approved and asked for, one row a person however many they have; counted in half-days from an origin. */
export async function listAwayStretches(
  db: Db,
  ids: readonly string[],
  { from, to }: DayRange,
  origin: Day,
): Promise<Map<string, AwayStretch[]>> {
  const rows = await db.$queryRaw<Rows<AwayStretch>>`
    SELECT assistant_id AS id, json_agg(json_build_array(
      (start_on - ${origin}::date) * 2 + (start_part = 'pm')::int, (end_on - ${origin}::date) * 2 + (end_part = 'pm')::int,
      leave_type_id, CASE WHEN status IN ('approved', 'cancellation_requested') THEN 'approved' ELSE 'requested' END,
      start_minute, end_minute) ORDER BY start_on, start_part, start_minute) AS spans
    FROM absences
    WHERE assistant_id = ANY(${ids}::uuid[]) AND start_on <= ${to}::date AND end_on >= ${from}::date
      AND status IN ('requested', 'provisionally_approved', 'approved', 'cancellation_requested')
    GROUP BY assistant_id`;
  return new Map(rows.map(({ id, spans }) => [id, spans]));
}

/** Whom people cover between two days. */
export async function listCovers(
  db: Db,
  ids: readonly string[],
  from: Day,
  to: Day,
): Promise<Map<string, Cover[]>> {
  const rows = await db.$queryRaw<Rows<Cover>>`
    SELECT c.assistant_id AS id, json_agg(json_build_array(
      (c.start_on - ${from}::date) * 2 + (c.start_part = 'pm')::int, (c.end_on - ${from}::date) * 2 + (c.end_part = 'pm')::int,
      u.name, c.start_minute, c.end_minute) ORDER BY c.start_on, c.start_part, u.name) AS spans
    FROM coverage_assignments c JOIN executives e ON e.id = c.executive_id JOIN users u ON u.id = e.user_id
    WHERE c.assistant_id = ANY(${ids}::uuid[]) AND c.start_on <= ${to}::date AND c.end_on >= ${from}::date
      AND c.status = ANY(${[...AGREED_OR_OVER_COVER]}::coverage_status[])
    GROUP BY c.assistant_id`;
  return new Map(rows.map(({ id, spans }) => [id, spans]));
}
