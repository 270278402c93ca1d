import "server-only";
import { HOURS } from "@/lib/assistants/queries-hours";
import type { Db } from "@/lib/db";
import type { Day } from "@/lib/time/day";
import { Prisma } from "@/prisma/generated/client/client";
import type { Employment } from "./rules";

/** What says when the assistant that FROM calls `s` works, on any day: an Employment. */
export const EMPLOYMENT_COLUMNS = Prisma.sql`s.hired_on::text AS "hiredOn", s.leaves_on::text AS "leavesOn",
  (SELECT ${HOURS} FROM working_patterns p WHERE p.assistant_id = s.id) AS hours`;

/** When some assistants work between two days; those who work the same hours share them. */
export async function listEmployments(
  db: Db,
  ids: readonly string[],
  from: Day,
  to: Day,
): Promise<Map<string, Employment>> {
  const rows = await db.$queryRaw<(Omit<Employment, "hours"> & { id: string; hours: string | null })[]>`
    SELECT s.id, s.hired_on::text AS "hiredOn", s.leaves_on::text AS "leavesOn", h.hours
    FROM assistants s LEFT JOIN (
      SELECT p.assistant_id, ${HOURS}::text AS hours FROM working_patterns p
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
