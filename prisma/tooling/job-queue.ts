import type pg from "pg";
import PgBoss from "pg-boss";
import { JOB_NAMES, JOB_SCHEMA } from "@/lib/jobs/names";

/** Makes the job queue's tables, and a queue for each job that has none yet. */
export async function ensureJobQueue(ownerUrl: string, client: pg.Client): Promise<void> {
  const known = await listQueues(client);
  const missing = JOB_NAMES.filter((name) => !known.includes(name));
  if (missing.length === 0) return;
  const boss = new PgBoss({ connectionString: ownerUrl, schema: JOB_SCHEMA, supervise: false, max: 1 });
  await boss.start();
  for (const name of missing) await boss.createQueue(name, { name, policy: "singleton" });
  await boss.stop({ graceful: false });
}

async function listQueues(client: pg.Client): Promise<string[]> {
  const { rows: found } = await client.query(`SELECT to_regclass('${JOB_SCHEMA}.queue') AS found`);
  if (!found[0]?.found) return [];
  const { rows } = await client.query<{ name: string }>(`SELECT name FROM ${JOB_SCHEMA}.queue`);
  return rows.map(({ name }) => name);
}
