import "server-only";
import { LEDGER_WEEKS } from "@/lib/coverage/candidates/rules-workload";
import type { Db } from "@/lib/db";
import { addDays, type Day } from "@/lib/time/day";

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
