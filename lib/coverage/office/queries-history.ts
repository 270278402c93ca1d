import "server-only";
import { LEDGER_WEEKS } from "@/lib/coverage/candidates/rules-workload";
import { SERVED_COVER } from "@/lib/covers/rules";
import type { Db } from "@/lib/db";
import { addDays, type Day } from "@/lib/time/day";

const HISTORY_DAYS = 365;

/** Working half-days, Monday to Friday, that each assistant covered for each executive in the year before a day. */
export async function halfDaysCovered(
  db: Db,
  executiveIds: string[],
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
      WHERE executive_id = ANY(${executiveIds}::uuid[]) AND status = ANY(${[...SERVED_COVER]}::coverage_status[])
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

/** Minutes of cover in the ledger over the weeks before a day, by assistant. */
export async function minutesCarried(
  db: Db,
  assistantIds: string[],
  before: Day,
): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ assistantId: string; minutes: number }[]>`
    SELECT assistant_id AS "assistantId", sum(minutes)::int AS minutes FROM cover_ledger_entries
    WHERE assistant_id = ANY(${assistantIds}::uuid[]) AND "on" < ${before}::date
      AND "on" >= ${addDays(before, -7 * LEDGER_WEEKS)}::date
    GROUP BY assistant_id`;
  return new Map(rows.map(({ assistantId, minutes }) => [assistantId, minutes]));
}

/** Who was an executive's own assistant once and is no longer, as "assistant executive". */
export async function ownOnce(db: Db, executiveIds: string[], from: Day): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ pair: string }[]>`
    SELECT DISTINCT assistant_id || ' ' || executive_id AS pair FROM support_assignments
    WHERE executive_id = ANY(${executiveIds}::uuid[]) AND role <> 'backup' AND to_on < ${from}::date`;
  return new Set(rows.map(({ pair }) => pair));
}
