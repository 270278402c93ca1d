import type pg from "pg";
import { ensureJobQueue } from "./job-queue";
import type { DatabaseAddress } from "./postgres";
import { readAddress } from "./postgres-outside";
import { grantRuntimeRights, withClient } from "./roles";
import { withSchemaEngine } from "./schema-engine";
import { MIGRATIONS_FOLDER, type Migration, readMigrations, readSchema } from "./schema-files";

// Any number will do as long as every node uses the same one; Prisma's own lock is 72707369.
const MIGRATION_LOCK = 782_639_204;

type Applied = { name: string; checksum: string; finished: boolean };

/** Applies what is missing of `prisma/migrations`, once however many processes call it; returns the names. */
export async function migrate(
  { ownerUrl, appUrl }: DatabaseAddress,
  report: (line: string) => void = () => {},
  migrations?: Migration[],
): Promise<string[]> {
  const wanted = migrations ?? (await readMigrations());
  return withClient(ownerUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const applied = await listApplied(client);
    refuseDivergence(wanted, applied);
    const missing = wanted.filter(
      ({ name }) => !applied.some((known) => known.name === name && known.finished),
    );
    if (missing.length > 0) {
      report(`Applying ${missing.length} database migration${missing.length === 1 ? "" : "s"}.`);
      await applyWithEngine(ownerUrl, wanted, applied).catch((error) => explainFailure(client, error));
    }
    await ensureJobQueue(ownerUrl, client);
    await grantRuntimeRights(client, readAddress(appUrl).user);
    return missing.map(({ name }) => name);
  });
}

async function listApplied(client: pg.Client): Promise<Applied[]> {
  const { rows: found } = await client.query("SELECT to_regclass('_prisma_migrations') AS found");
  if (!found[0]?.found) return [];
  const { rows } = await client.query<Applied>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  return rows;
}

function refuseDivergence(wanted: Migration[], applied: Applied[]): void {
  for (const { name, checksum, finished } of applied) {
    const own = wanted.find((migration) => migration.name === name);
    if (!own && finished)
      throw new Error(
        `The database holds the migration ${name}, which this version of Standby doesn't know. It was used by a newer version; start that one, or restore a backup from before the upgrade.`,
      );
    if (own && finished && own.checksum !== checksum)
      throw new Error(
        `The migration ${name} was changed after this database applied it. Undo the change and write a new migration; in development, delete the data folder to begin anew.`,
      );
  }
}

async function applyWithEngine(ownerUrl: string, wanted: Migration[], applied: Applied[]): Promise<void> {
  await withSchemaEngine(ownerUrl, await readSchema(), async (engine) => {
    // A script is one transaction, so one that was begun and not finished has left nothing behind.
    for (const { name } of applied.filter(({ finished }) => !finished))
      await engine.markMigrationRolledBack({ migrationName: name });
    await engine.applyMigrations({ migrationsList: asMigrationList(wanted), filters: NO_FILTERS });
  });
}

async function explainFailure(
  client: pg.Client,
  error: Error & { hint?: string; where?: string },
): Promise<never> {
  const failed = (await listApplied(client)).find(({ finished }) => !finished);
  if (!failed) throw error;
  const more = [error.hint, error.where].filter(Boolean).map((part) => `\n${part}`);
  throw new Error(
    `The migration ${failed.name} failed and left nothing behind: ${error.message}${more.join("")}`,
    { cause: error },
  );
}

/** Leaves nothing out of what the engine looks at. */
export const NO_FILTERS = { externalTables: [], externalEnums: [] };

function asMigrationList(migrations: Migration[]) {
  return {
    baseDir: MIGRATIONS_FOLDER,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, script }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: script } },
    })),
  };
}
