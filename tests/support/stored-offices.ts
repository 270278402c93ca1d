import { readFile } from "node:fs/promises";
import type pg from "pg";
import { inject } from "vitest";
import { createDb } from "@/lib/db";
import { migrate } from "@/prisma/tooling/migrate";
import { ensureDatabase, ensureExtensions, withClient } from "@/prisma/tooling/roles";
import { readMigrations } from "@/prisma/tooling/schema-files";

/** The rows of an office as an earlier version wrote them, and what everybody read of it then. */
export type StoredOffice = {
  /** The last migration that version knew. */
  migration: string;
  tables: Record<string, Record<string, unknown>[]>;
  reads: Record<string, string[]>;
};

/** An office kept in tests/support/offices. */
export async function readStoredOffice(name: string): Promise<StoredOffice> {
  return JSON.parse(await readFile(new URL(`offices/${name}.json`, import.meta.url), "utf8"));
}

async function tablesIn(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1",
  );
  return rows.map(({ name }) => name);
}

/** Makes a database at the migration the office was written at, fills it, and answers how to take it to today's and read it. */
export async function storedOfficeDatabase({ migration, tables }: StoredOffice, name: string) {
  const { adminUrl, ownerUrl, appUrl } = inject("cluster");
  await ensureDatabase(adminUrl, name);
  const [admin, owner, app] = [adminUrl, ownerUrl, appUrl].map((url) => inDatabase(url, name));
  await ensureExtensions(admin ?? "");
  const all = await readMigrations();
  const known = all.filter((one) => one.name <= migration);
  const address = { ownerUrl: owner ?? "", appUrl: app ?? "" };
  await migrate(address, () => {}, known);
  await withClient(admin ?? "", (client) => fill(client, tables));
  return {
    /** Applies what came since; the names of the migrations. */
    bringUpToDate: () => migrate(address),
    open: () => createDb(app ?? ""),
  };
}

function inDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** Writes rows as they are: triggers have had their say when the rows were first written. */
async function fill(client: pg.Client, tables: StoredOffice["tables"]): Promise<void> {
  await client.query("SET session_replication_role = replica");
  await client.query(`TRUNCATE ${(await tablesIn(client)).join(", ")} CASCADE`);
  for (const [table, rows] of Object.entries(tables))
    await client.query(
      `INSERT INTO public.${table} SELECT * FROM json_populate_recordset(NULL::public.${table}, $1)`,
      [JSON.stringify(rows)],
    );
}
