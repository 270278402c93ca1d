import "server-only";
import { datedHoursOf, PATTERN_COLUMNS, patternsBetween } from "@/lib/assistants/queries-hours";
import type { Db } from "@/lib/db";
import { type Day, dayOfColumn } from "@/lib/time/day";
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

/** When some assistants work between two days; those who work the same hours share them. */
export async function listEmployments(
  db: Db,
  ids: readonly string[],
  from: Day,
  to: Day,
): Promise<Map<string, Employment>> {
  const rows = await db.$queryRaw<
    { id: string; hiredOn: Day | null; leavesOn: Day | null; hours: string | null }[]
  >`
    SELECT a.id, a.hired_on::text AS "hiredOn", a.leaves_on::text AS "leavesOn", p.hours
    FROM assistants a LEFT JOIN (
      SELECT assistant_id, json_agg(json_build_array(weekday, starts_at_minute, ends_at_minute, valid_from, valid_to)
        ORDER BY weekday, valid_from)::text AS hours
      FROM working_patterns
      WHERE assistant_id = ANY(${ids}::uuid[]) AND valid_from <= ${to}::date
        AND (valid_to IS NULL OR valid_to >= ${from}::date)
      GROUP BY assistant_id) p ON p.assistant_id = a.id
    WHERE a.id = ANY(${ids}::uuid[])`;
  const known = new Map<string, Employment["hours"]>();
  return new Map(
    rows.map(({ id, hiredOn, leavesOn, hours: text }) => {
      const hours = known.get(text ?? "") ?? hoursOf(text);
      known.set(text ?? "", hours);
      return [id, { hours, hiredOn, leavesOn }];
    }),
  );
}

function hoursOf(text: string | null): Employment["hours"] {
  const rows = JSON.parse(text ?? "[]") as HoursRow[];
  return rows.map(([weekday, startsAtMinute, endsAtMinute, validFrom, validTo]) => ({
    weekday,
    startsAtMinute,
    endsAtMinute,
    validFrom,
    validTo,
  }));
}
