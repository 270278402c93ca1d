import "server-only";
import type { Db } from "@/lib/db";
import { addDays, type Day } from "@/lib/time/day";
import { SERVED_COVER } from "./rules";

const HISTORY_DAYS = 365;

/** Working half-days, Monday to Friday, that each assistant covered for each executive in the year before a day. */
export async function halfDaysCovered(
  db: Db,
  executiveIds: readonly string[],
  from: Day,
): Promise<Map<string, number>> {
  const since = addDays(from, -HISTORY_DAYS);
  const until = addDays(from, -1);
  const rows = await db.$queryRaw<{ pair: string; halfDays: number }[]>`
    WITH spells AS (
      SELECT assistant_id, executive_id,
        greatest(start_on, ${since}::date) AS first_on, least(end_on, ${until}::date) AS last_on,
        start_part = 'pm' AND start_on >= ${since}::date AS from_noon,
        end_part = 'am' AND end_on <= ${until}::date AS to_noon
      FROM coverage_assignments
      WHERE executive_id = ANY(${[...executiveIds]}::uuid[]) AND status = ANY(${[...SERVED_COVER]}::coverage_status[])
        AND start_on <= ${until}::date AND end_on >= ${since}::date
    ), counted AS (
      SELECT assistant_id, executive_id, from_noon, to_noon, first_on, last_on,
        -- Weekdays since a Monday long ago, up to the last day less those before the first.
        (last_on - DATE '2000-01-03') / 7 * 5 + least((last_on - DATE '2000-01-03') % 7 + 1, 5)
        - (first_on - DATE '2000-01-03') / 7 * 5 - least((first_on - DATE '2000-01-03') % 7, 5) AS days
      FROM spells
    )
    SELECT assistant_id || ' ' || executive_id AS pair,
      sum(2 * days - (from_noon AND extract(isodow FROM first_on) < 6)::int
        - (to_noon AND extract(isodow FROM last_on) < 6)::int)::int AS "halfDays"
    FROM counted GROUP BY assistant_id, executive_id`;
  return new Map(rows.map(({ pair, halfDays }) => [pair, halfDays]));
}
