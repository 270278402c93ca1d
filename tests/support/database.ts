import { setTimeout as sleep } from "node:timers/promises";
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

// The files of a worker share these connections, which end with its process.
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

/** Another database of this worker, migrated and empty, for its owner and for the application; made anew. */
export async function otherDatabase(suffix: string): Promise<{ ownerUrl: string; appUrl: string }> {
  const other = `${name}_${suffix}`;
  await withClient(cluster.adminUrl, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${other} WITH (FORCE)`),
  );
  await ensureDatabase(cluster.adminUrl, other, cluster.template);
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${other}` }).href;
  return { ownerUrl: at(cluster.ownerUrl), appUrl: at(cluster.appUrl) };
}

/** The address of this worker's database for the owner of its tables. */
export const ownerDatabaseUrl = inOwnDatabase(cluster.ownerUrl);

let made: Promise<void> | null = null;

/** Makes this worker's copy of the migrated database, once. */
export function makeDatabase(): Promise<void> {
  made ??= ensureDatabase(cluster.adminUrl, name, cluster.template);
  return made;
}

type Keeper = { client: pg.Client; tables: string[] };
let keeper: Keeper | null = null;

/** The superuser's connection to this worker's database: it moves rows past triggers and foreign keys. */
export async function keep(): Promise<Keeper> {
  if (keeper) return keeper;
  const client = new pg.Client({ connectionString: inOwnDatabase(cluster.adminUrl) });
  await client.connect();
  await client.query("SET lock_timeout = '5s'; SET session_replication_role = replica");
  const { rows } = await client.query<{ name: string }>(
    "SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', 'office_changes')",
  );
  const tables = rows.map((row) => row.name);
  // Rows stay in the order they were written, as in a table nobody has deleted from.
  await client.query(tables.map((table) => `ALTER TABLE ${table} SET (autovacuum_enabled = off)`).join(";"));
  keeper = { client, tables };
  return keeper;
}

/** The tables that hold rows. */
export async function filledTables(): Promise<string[]> {
  const { client, tables } = await keep();
  const questions = tables.map((table) => `SELECT '${table}' AS name WHERE EXISTS (SELECT FROM ${table})`);
  const { rows } = await client.query<{ name: string }>(questions.join(" UNION ALL "));
  return rows.map((row) => row.name);
}

/** SQL that notes what moving rows past the triggers does: everybody may be different. */
export const NOTE_ALL_CHANGED =
  "INSERT INTO office_changes (transaction_id, kind) VALUES (pg_current_xact_id()::text::bigint, 'office');";

/** Makes a procedure of SQL, which PostgreSQL plans once for each connection: what runs before each test takes a few milliseconds so. */
export async function makeProcedure(procedure: string, statements: readonly string[]): Promise<void> {
  const { client } = await keep();
  await client.query(
    `CREATE SCHEMA IF NOT EXISTS for_tests; CREATE OR REPLACE PROCEDURE for_tests.${procedure}() LANGUAGE plpgsql AS $$ BEGIN
     ${statements.join("\n")} ${NOTE_ALL_CHANGED} END $$`,
  );
}

let canEmpty: Promise<void> | null = null;

/** Empties every table that holds rows; row by row, which on so few is faster than TRUNCATE. */
export async function emptyDatabase(): Promise<void> {
  const { client, tables } = await keep();
  canEmpty ??= makeProcedure("empty", [
    ...tables.map((table) => `IF EXISTS (SELECT FROM ${table}) THEN DELETE FROM ${table}; END IF;`),
    "PERFORM setval('audit_events_seq', 1, false);",
  ]);
  await canEmpty;
  await client.query("CALL for_tests.empty()");
}

// PostgreSQL needs a moment to notice that a client has gone in the middle of a statement.
const ASKED_TIMES = 20;
const ASKED_EVERY_MS = 50;

/** Says which transactions a test left open in this worker's database: those that do not end within a second. */
export async function openTransactions(): Promise<string[]> {
  const { client } = await keep();
  for (let asked = 1; ; asked++) {
    const { rows } = await client.query<{ query: string }>(
      `SELECT left(query, 80) AS query FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND state LIKE 'idle in transaction%'`,
    );
    if (rows.length === 0 || asked === ASKED_TIMES) return rows.map((row) => row.query);
    await sleep(ASKED_EVERY_MS);
  }
}
