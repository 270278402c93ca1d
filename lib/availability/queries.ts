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

/** When some assistants work between two days. */
export async function listEmployments(
  db: Db,
  ids: readonly string[],
  from: Day,
  to: Day,
): Promise<Map<string, Employment>> {
  const rows = await db.assistant.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, ...employmentFields({ from, to }) },
  });
  return new Map(rows.map(({ id, ...row }) => [id, employmentOf(row)]));
}
