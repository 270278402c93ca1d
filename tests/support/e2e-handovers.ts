import pg from "pg";
import { readE2eRun } from "./e2e-run";

/** A desk whose assistant is there and which nobody covers yet, and a colleague who is free to cover it. */
export type FreeDesk = {
  executiveId: string;
  executive: string;
  executiveEmail: string;
  owner: string;
  ownerEmail: string;
  coverId: string;
  cover: string;
  coverEmail: string;
};

async function ask<R extends pg.QueryResultRow>(sql: string, values: unknown[]): Promise<R[]> {
  const client = new pg.Client({ connectionString: readE2eRun().databaseUrl });
  await client.connect();
  try {
    return (await client.query<R>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Finds such a desk in a pool of the demo office; another place in the list for each test. */
export async function findFreeDesk(poolName: string, place: number): Promise<FreeDesk> {
  const [desk] = await ask<FreeDesk>(
    `SELECT e.id AS "executiveId", eu.name AS executive, eu.email AS "executiveEmail", ou.name AS owner,
        ou.email AS "ownerEmail", c.id AS "coverId", cu.name AS cover, cu.email AS "coverEmail"
      FROM executives e
      JOIN pools p ON p.id = e.pool_id AND p.name = $1
      JOIN users eu ON eu.id = e.user_id
      JOIN support_assignments s ON s.executive_id = e.id AND s.role = 'primary' AND s.to_on IS NULL
        AND s.from_on <= current_date
      JOIN assistants o ON o.id = s.assistant_id
      JOIN users ou ON ou.id = o.user_id
      JOIN LATERAL (
        SELECT a.id, a.user_id FROM assistants a
        WHERE a.pool_id = e.pool_id AND a.id <> o.id AND a.leaves_on IS NULL
          AND NOT EXISTS (SELECT 1 FROM absences x WHERE x.assistant_id = a.id AND x.end_on >= current_date
            AND x.start_on <= current_date + 15)
          AND NOT EXISTS (SELECT 1 FROM pairing_restrictions r WHERE r.assistant_id = a.id AND r.executive_id = e.id)
        ORDER BY a.id LIMIT 1) c ON true
      JOIN users cu ON cu.id = c.user_id
      WHERE NOT EXISTS (SELECT 1 FROM coverage_assignments v WHERE v.executive_id = e.id
        AND v.end_on >= current_date - 2 AND v.start_on <= current_date + 16)
      ORDER BY eu.name OFFSET $2 LIMIT 1`,
    [poolName, place],
  );
  if (!desk) throw new Error(`No desk of ${poolName} is free for a cover.`);
  return desk;
}

/** Agrees that the colleague covers the desk some days from today; returns the cover. */
export async function coverDesk(desk: FreeDesk, fromInDays: number, toInDays: number): Promise<string> {
  const [row] = await ask<{ id: string }>(
    `INSERT INTO coverage_assignments (id, executive_id, assistant_id, start_on, start_part, end_on, end_part, status)
      VALUES (gen_random_uuid(), $1, $2, current_date + $3::int, 'am', current_date + $4::int, 'pm', 'confirmed')
      RETURNING id`,
    [desk.executiveId, desk.coverId, fromInDays, toInDays],
  );
  return row?.id ?? "";
}

/** Lets the cover begin today, as if the days had passed. */
export async function beginToday(coverId: string): Promise<void> {
  await ask("UPDATE coverage_assignments SET start_on = current_date WHERE id = $1", [coverId]);
}

/** Takes a cover back, so that other tests find the desk as it was. */
export async function releaseDesk(coverId: string): Promise<void> {
  await ask("UPDATE coverage_assignments SET status = 'released' WHERE id = $1", [coverId]);
}
