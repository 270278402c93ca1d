import "server-only";
import { WORK_HOURS } from "@/lib/assistants/queries-hours";
import type { Db } from "@/lib/db";
import { addDays, type Day } from "@/lib/time/day";
import { daysOnEarth } from "@/lib/time/zone";
import { Prisma } from "@/prisma/generated/client/client";
import type { Employment } from "./rules";

/**
 * What published shifts say of the days of an assistant, by day: the one place where they enter what is known of when people
 * work. In a pool whose published weeks replace the patterns, a day of such a week without a shift is there and empty.
 */
export function publishedShifts(
  assistantId: Prisma.Sql,
  poolId: Prisma.Sql,
  isAsked: (on: Prisma.Sql) => Prisma.Sql,
) {
  const dayOfWeek = Prisma.sql`(to_date(b.week, 'IYYY"-W"IW') + n)`;
  return Prisma.sql`(SELECT coalesce(json_object_agg(d.on_day, d.pieces), '{}') FROM (
    SELECT x.on_day, coalesce(json_agg(json_build_object('startMinute', w.start_minute, 'endMinute', w.end_minute,
      'isWithExecutives', r.is_with_executives) ORDER BY w.start_minute) FILTER (WHERE w.shift_id IS NOT NULL), '[]') AS pieces
    FROM (SELECT f.id, f.on_day FROM shifts f WHERE f.assistant_id = ${assistantId} AND f.status = 'published'
        AND ${isAsked(Prisma.sql`f.on_day`)}
      UNION ALL SELECT NULL, ${dayOfWeek} FROM schedule_policies o
        JOIN schedule_publications b ON b.pool_id = o.pool_id AND b.number = 1 CROSS JOIN generate_series(0, 6) n
        WHERE o.pool_id = ${poolId} AND o.replaces_pattern AND ${isAsked(dayOfWeek)}) x
    LEFT JOIN shift_work w ON w.shift_id = x.id LEFT JOIN work_roles r ON r.id = w.role_id
    GROUP BY x.on_day) d)`;
}

const PAST_DAYS = 400;

/** What says when the assistant that FROM calls `s` works: an Employment. Shifts of long ago are left out. */
export function employmentColumns(now: Date): Prisma.Sql {
  const since = addDays(daysOnEarth(now).from, -PAST_DAYS);
  const shifts = publishedShifts(
    Prisma.sql`s.id`,
    Prisma.sql`s.pool_id`,
    (on) => Prisma.sql`${on} >= ${since}::date`,
  );
  return Prisma.sql`s.hired_on::text AS "hiredOn", s.leaves_on::text AS "leavesOn",
    (SELECT ${WORK_HOURS} FROM working_patterns p WHERE p.assistant_id = s.id) AS hours, ${shifts} AS shifts`;
}

/** When some assistants work between two days; those who work the same hours share them. */
export async function listEmployments(
  db: Db,
  ids: readonly string[],
  from: Day,
  to: Day,
): Promise<Map<string, Employment>> {
  const rows = await db.$queryRaw<(Omit<Employment, "hours"> & { id: string; hours: string | null })[]>`
    SELECT s.id, s.hired_on::text AS "hiredOn", s.leaves_on::text AS "leavesOn", h.hours,
      ${publishedShifts(Prisma.sql`s.id`, Prisma.sql`s.pool_id`, (on) => Prisma.sql`${on} BETWEEN ${from}::date AND ${to}::date`)} AS shifts
    FROM assistants s LEFT JOIN (
      SELECT p.assistant_id, ${WORK_HOURS}::text AS hours FROM working_patterns p
      WHERE p.assistant_id = ANY(${ids}::uuid[]) AND p.valid_from <= ${to}::date
        AND (p.valid_to IS NULL OR p.valid_to >= ${from}::date)
      GROUP BY p.assistant_id) h ON h.assistant_id = s.id
    WHERE s.id = ANY(${ids}::uuid[])`;
  const known = new Map<string | null, Employment["hours"]>();
  return new Map(
    rows.map(({ id, hours: text, ...dates }) => {
      const hours = known.get(text) ?? (JSON.parse(text ?? "[]") as Employment["hours"]);
      known.set(text, hours);
      return [id, { hours, ...dates }];
    }),
  );
}
