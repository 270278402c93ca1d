import pg from "pg";
import { inject } from "vitest";
import { createDb } from "@/lib/db";
import { ensureDatabase, withClient } from "@/prisma/tooling/roles";

const cluster = inject("cluster");
const name = `worker_${process.env.VITEST_POOL_ID ?? "0"}`;

function inOwnDatabase(url: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** The address of this worker's database for the role the application runs as. */
export const testDatabaseUrl = inOwnDatabase(cluster.appUrl);

let client: ReturnType<typeof createDb> | null = null;

/** This worker's database, reached as the application reaches it; empty at the start of each test. */
export function testDb(): ReturnType<typeof createDb> {
  client ??= createDb(testDatabaseUrl);
  return client;
}

/** Runs SQL that the application itself may not run, as the owner of the tables. */
export function asOwner<T>(work: (owner: pg.Client) => Promise<T>): Promise<T> {
  return withClient(inOwnDatabase(cluster.ownerUrl), work);
}

/** Makes this worker's copy of the migrated database, once. */
export async function makeDatabase(): Promise<void> {
  await ensureDatabase(cluster.adminUrl, name, cluster.template);
}

let owner: pg.Client | null = null;
let tables: string[] = [];

/** Empties every table that holds rows; append-only triggers watch rows and let TRUNCATE pass. */
export async function emptyDatabase(): Promise<void> {
  if (!owner) {
    owner = new pg.Client({ connectionString: inOwnDatabase(cluster.ownerUrl) });
    await owner.connect();
    await owner.query("SET lock_timeout = '5s'");
    const { rows } = await owner.query<{ name: string }>(
      "SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'",
    );
    tables = rows.map((row) => row.name);
  }
  if (tables.length === 0) return;
  const questions = tables.map((table) => `SELECT '${table}' AS name WHERE EXISTS (SELECT FROM ${table})`);
  const { rows } = await owner.query<{ name: string }>(questions.join(" UNION ALL "));
  if (rows.length > 0)
    await owner.query(`TRUNCATE ${rows.map((row) => row.name).join(", ")} RESTART IDENTITY CASCADE`);
}

/** Closes this worker's connections. */
export async function leaveDatabase(): Promise<void> {
  await client?.$disconnect();
  await owner?.end();
  client = null;
  owner = null;
}
