import "server-only";
import { datedHoursOf, PATTERN_COLUMNS, patternsBetween } from "@/lib/assistants/queries-hours";
import type { Db } from "@/lib/db";
import { type Day, dayOfColumn } from "@/lib/time/day";
import { Prisma } from "@/prisma/generated/client/client";
import type { Employment } from "./rules";

/** What a query selects of an assistant to know when they work: on any day, or between two. */
export function employmentFields(between?: { from: Day; to: Day }) {
  return {
    hiredOn: true,
    leavesOn: true,
    workingPatterns: {
      select: PATTERN_COLUMNS,
      ...(between && { where: patternsBetween(between.from, between.to) }),
    },
  } as const;
}

type EmploymentRow = {
  hiredOn: Date | null;
  leavesOn: Date | null;
  workingPatterns: Parameters<typeof datedHoursOf>[0];
};

/** When an assistant works, from the row. */
export function employmentOf({ hiredOn, leavesOn, workingPatterns }: EmploymentRow): Employment {
  return {
    hours: datedHoursOf(workingPatterns),
    hiredOn: hiredOn && dayOfColumn(hiredOn),
    leavesOn: leavesOn && dayOfColumn(leavesOn),
  };
}

type HoursRow = [weekday: number, startsAtMinute: number, endsAtMinute: number, from: Day, to: Day | null];

/** Working hours `p` as text, as EmploymentColumns holds them. */
const HOURS = Prisma.sql`json_agg(json_build_array(p.weekday, p.starts_at_minute, p.ends_at_minute, p.valid_from, p.valid_to)
  ORDER BY p.weekday, p.valid_from)::text`;

/** What says when the assistant that FROM calls `s` works, on any day. */
export const EMPLOYMENT_COLUMNS = Prisma.sql`s.hired_on::text AS "hiredOn", s.leaves_on::text AS "leavesOn",
  (SELECT ${HOURS} FROM working_patterns p WHERE p.assistant_id = s.id) AS hours`;

/** What those columns read. */
export type EmploymentColumns = { hiredOn: Day | null; leavesOn: Day | null; hours: string | null };

/** When an assistant works, from those columns. */
export function employmentOfColumns({ hiredOn, leavesOn, hours }: EmploymentColumns): Employment {
  const rows = JSON.parse(hours ?? "[]") as HoursRow[];
  const dated = rows.map(([weekday, startsAtMinute, endsAtMinute, validFrom, validTo]) => ({
    weekday,
    startsAtMinute,
    endsAtMinute,
    validFrom,
    validTo,
  }));
  return { hours: dated, hiredOn, leavesOn };
}

/** When some assistants work between two days; those who work the same hours share them. */
export async function listEmployments(
  db: Db,
  ids: readonly string[],
  from: Day,
  to: Day,
): Promise<Map<string, Employment>> {
  const rows = await db.$queryRaw<(EmploymentColumns & { id: string })[]>`
    SELECT s.id, s.hired_on::text AS "hiredOn", s.leaves_on::text AS "leavesOn", h.hours
    FROM assistants s LEFT JOIN (
      SELECT p.assistant_id, ${HOURS} AS hours FROM working_patterns p
      WHERE p.assistant_id = ANY(${ids}::uuid[]) AND p.valid_from <= ${to}::date
        AND (p.valid_to IS NULL OR p.valid_to >= ${from}::date)
      GROUP BY p.assistant_id) h ON h.assistant_id = s.id
    WHERE s.id = ANY(${ids}::uuid[])`;
  const known = new Map<string | null, Employment["hours"]>();
  return new Map(
    rows.map(({ id, ...row }) => {
      const hours = known.get(row.hours) ?? employmentOfColumns(row).hours;
      known.set(row.hours, hours);
      return [id, { hours, hiredOn: row.hiredOn, leavesOn: row.leavesOn }];
    }),
  );
}
