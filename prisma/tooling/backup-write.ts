import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { access, rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type pg from "pg";
import { type BackedUpTable, listBackedUpTables, readRows, readSequences } from "./backup-tables";
import { withClient } from "./roles";

/** The first line of a backup. */
export type BackupHead = { standby: 1; takenAt: string; migrations: string[] };
/** What stands before the rows of a table. */
export type BackupTable = { table: BackedUpTable };
/** The last line: a backup without it was cut short. */
export type BackupEnd = {
  end: true;
  tables: Record<string, TableDigest>;
  sequences: Record<string, string>;
};
export type TableDigest = { rows: number; sha256: string };

/** Writes all tables as they stand at one moment into a file that only its owner reads; the file is there whole or not at all. */
export async function writeBackup(ownerUrl: string, file: string): Promise<BackupEnd> {
  await access(file).then(
    () => {
      throw new Error(`${file} is there already; a backup replaces nothing.`);
    },
    () => {},
  );
  const partial = `${file}.partial`;
  try {
    const end = await withClient(ownerUrl, (client) => inSnapshot(client, () => writeLines(client, partial)));
    await rename(partial, file);
    return end;
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

/** Leaves a note in the database that a backup of so many rows was written, for the health page. */
export function noteBackup(ownerUrl: string, rows: number): Promise<void> {
  return withClient(ownerUrl, async (client) => {
    await client.query("INSERT INTO backup_notes (at, rows) VALUES (now(), $1)", [rows]);
    await client.query("DELETE FROM backup_notes WHERE at < now() - interval '1 year'");
  });
}

/** Reads a database at one moment, whatever is written meanwhile. */
export async function inSnapshot<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  await client.query(
    "SET LOCAL TIME ZONE 'UTC'; SET LOCAL DateStyle = ISO; SET LOCAL app.purpose = 'backup'",
  );
  const answer = await work();
  await client.query("COMMIT");
  return answer;
}

async function writeLines(client: pg.Client, file: string): Promise<BackupEnd> {
  const end: BackupEnd = { end: true, tables: {}, sequences: await readSequences(client) };
  async function* lines() {
    const head: BackupHead = { standby: 1, ...(await readHead(client)) };
    yield `${JSON.stringify(head)}\n`;
    for (const table of await listBackedUpTables(client)) {
      yield `${JSON.stringify({ table } satisfies BackupTable)}\n`;
      const digest = new Digest();
      for await (const row of readRows(client, table)) {
        digest.add(row);
        yield `${row}\n`;
      }
      end.tables[table.name] = digest.value();
    }
    yield `${JSON.stringify(end)}\n`;
  }
  await pipeline(Readable.from(lines()), createGzip(), createWriteStream(file, { mode: 0o600, flags: "wx" }));
  return end;
}

async function readHead(client: pg.Client): Promise<Omit<BackupHead, "standby">> {
  const { rows } = await client.query<{ name: string; now: Date }>(`
    SELECT migration_name AS name, now() AS now FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`);
  const takenAt = (rows[0]?.now ?? new Date()).toISOString();
  return { takenAt, migrations: rows.map(({ name }) => name) };
}

/** How many rows there were, and a checksum of them all. */
export class Digest {
  private readonly hash = createHash("sha256");
  private rows = 0;

  add(row: string): void {
    this.rows++;
    this.hash.update(row).update("\n");
  }

  value(): TableDigest {
    return { rows: this.rows, sha256: this.hash.digest("hex") };
  }
}

/** The digests of a database's tables as they stand. */
export function readDigests(ownerUrl: string): Promise<Record<string, TableDigest>> {
  return withClient(ownerUrl, (client) =>
    inSnapshot(client, async () => {
      const digests: Record<string, TableDigest> = {};
      for (const table of await listBackedUpTables(client)) {
        const digest = new Digest();
        for await (const row of readRows(client, table)) digest.add(row);
        digests[table.name] = digest.value();
      }
      return digests;
    }),
  );
}
