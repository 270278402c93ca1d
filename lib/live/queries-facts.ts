import "server-only";
import type { PublicCtx } from "@/lib/context";
import { LIVE_COVER } from "@/lib/covers/rules";
import type { Db } from "@/lib/db";
import { groupedBy } from "@/lib/groups";
import { Prisma } from "@/prisma/generated/client/client";
import {
  type Concerned,
  type Doer,
  factsOf,
  idsNamed,
  type LiveFact,
  type RecordRow,
  recordIdOf,
  type ToldRow,
} from "./rules-facts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What rows of the audit log tell: whom each concerns, who works with them now or soon, and who did it. */
export async function readFacts(ctx: PublicCtx, rows: readonly ToldRow[]): Promise<LiveFact[]> {
  if (rows.length === 0) return [];
  const [records, doers] = await Promise.all([readRecords(ctx.db, rows), readDoers(ctx.db, rows)]);
  const named = idsNamed([...rows, ...records]);
  const [executives, assistants] = await Promise.all([
    readExecutives(ctx, named.executives),
    readAssistants(ctx, named.assistants),
  ]);
  const known = { records: groupedBy(records, (record) => record.recordId), executives, assistants, doers };
  return rows.flatMap((row) => factsOf(row, known));
}

/** The record that a row names, or, of a change of the board, each of its covers. */
function readRecords(db: Db, rows: readonly ToldRow[]): Promise<RecordRow[]> {
  const ids = uuidsIn(rows.map(recordIdOf));
  if (ids.length === 0) return Promise.resolve([]);
  return db.$queryRaw<RecordRow[]>`
    WITH named AS (SELECT unnest(${ids}::uuid[]) AS id)
    SELECT id AS "recordId", executive_id AS "executiveId", assistant_id AS "assistantId", NULL::uuid AS "poolId",
        start_on::text AS "from", end_on::text AS "to"
      FROM coverage_assignments JOIN named USING (id)
    UNION ALL SELECT c.id, a.executive_id, a.assistant_id, NULL, a.start_on::text, a.end_on::text
      FROM coverage_changes c JOIN named USING (id)
      JOIN coverage_assignments a ON a.id = ANY(c.created_ids || c.released_ids || c.pinned_id)
    UNION ALL SELECT id, NULL, assistant_id, NULL, start_on::text, end_on::text FROM absences JOIN named USING (id)
    UNION ALL SELECT id, executive_id, assignee_id, NULL, NULL, NULL FROM support_requests JOIN named USING (id)
    UNION ALL SELECT l.id, r.executive_id, r.assignee_id, NULL, NULL, NULL FROM letters l
      JOIN named ON named.id = l.id JOIN support_requests r ON r.id = l.request_id
    UNION ALL SELECT id, executive_id, home_assistant_id, NULL, NULL, NULL FROM support_requests JOIN named USING (id)
      WHERE home_assistant_id <> assignee_id
    UNION ALL SELECT id, executive_id, cover_assistant_id, NULL, from_on::text, to_on::text FROM handovers JOIN named USING (id)
    UNION ALL SELECT id, NULL, NULL, pool_id, from_on::text, to_on::text FROM coverage_plans JOIN named USING (id)`;
}

async function readDoers(db: Db, rows: readonly ToldRow[]): Promise<Map<string, Doer>> {
  const ids = uuidsIn(rows.flatMap((row) => row.actorId ?? []));
  if (ids.length === 0) return new Map();
  const doers = await db.$queryRaw<Doer[]>`
    SELECT u.id AS "userId", u.name, a.id AS "assistantId", e.id AS "executiveId",
      ARRAY(SELECT m.pool_id FROM pool_managers m WHERE m.user_id = u.id) AS "ledPoolIds",
      array_remove(ARRAY[a.pool_id, e.pool_id], NULL) AS "poolIds"
    FROM users u LEFT JOIN assistants a ON a.user_id = u.id LEFT JOIN executives e ON e.user_id = u.id
    WHERE u.id = ANY(${ids}::uuid[])`;
  return new Map(doers.map((doer) => [doer.userId, doer]));
}

/** Executives with the assistants who support or cover them and have not ended. */
function readExecutives({ db, now }: PublicCtx, ids: readonly string[]): Promise<Map<string, Concerned>> {
  return readConcerned(
    db,
    ids,
    (wanted) => Prisma.sql`
    SELECT e.id, e.pool_id AS "poolId", ARRAY(
      SELECT s.assistant_id FROM support_assignments s
        WHERE s.executive_id = e.id AND (s.to_on IS NULL OR s.to_on >= ${now}::date - 1)
      UNION SELECT c.assistant_id FROM coverage_assignments c
        WHERE c.executive_id = e.id AND c.end_on >= ${now}::date - 1 AND c.status::text = ANY(${[...LIVE_COVER]})) AS "withIds"
    FROM executives e WHERE e.id = ANY(${wanted}::uuid[])`,
  );
}

/** Assistants with the executives whom they support or cover. */
function readAssistants({ db, now }: PublicCtx, ids: readonly string[]): Promise<Map<string, Concerned>> {
  return readConcerned(
    db,
    ids,
    (wanted) => Prisma.sql`
    SELECT a.id, a.pool_id AS "poolId", ARRAY(
      SELECT s.executive_id FROM support_assignments s
        WHERE s.assistant_id = a.id AND s.role <> 'backup' AND (s.to_on IS NULL OR s.to_on >= ${now}::date - 1)
      UNION SELECT c.executive_id FROM coverage_assignments c
        WHERE c.assistant_id = a.id AND c.end_on >= ${now}::date - 1 AND c.status::text = ANY(${[...LIVE_COVER]})) AS "withIds"
    FROM assistants a WHERE a.id = ANY(${wanted}::uuid[])`,
  );
}

async function readConcerned(
  db: Db,
  named: readonly string[],
  queryOf: (ids: string[]) => Prisma.Sql,
): Promise<Map<string, Concerned>> {
  const ids = uuidsIn(named);
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<Concerned[]>(queryOf(ids));
  return new Map(rows.map((row) => [row.id, row]));
}

function uuidsIn(ids: readonly string[]): string[] {
  return [...new Set(ids)].filter((id) => UUID.test(id));
}
