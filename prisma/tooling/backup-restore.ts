import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import type pg from "pg";
import { type BackedUpTable, writeRows } from "./backup-tables";
import { type BackupEnd, type BackupHead, type BackupTable, Digest, type TableDigest } from "./backup-write";
import { migrate } from "./migrate";
import type { DatabaseAddress } from "./postgres";
import { withClient } from "./roles";
import { readMigrations } from "./schema-files";

const ROWS_AT_ONCE = 1_000;
/** What opens an account, of which some was ended after the backup. */
const ENDED = ["sessions", "sign_in_challenges", "one_time_links"];

/**
 * Puts a backup into a database that holds nobody yet: its structure as it was then, all rows in one transaction, and then what has
 * changed in the structure since. Refuses a file that is cut short or altered, one of a newer version, and a database in use.
 */
export async function restoreBackup(
  address: DatabaseAddress,
  file: string,
  report: (line: string) => void,
): Promise<BackupEnd> {
  const lines = readLines(file);
  const head = asHead((await lines.next()).value);
  const known = await readMigrations();
  const unknown = head.migrations.filter((name) => !known.some((migration) => migration.name === name));
  if (unknown.length > 0)
    throw new Error(`The backup was made by a newer version of Standby, with ${unknown.join(", ")}.`);
  await refuseLaterStructure(address, head);
  await migrate(
    address,
    report,
    known.filter(({ name }) => head.migrations.includes(name)),
  );
  const end = await withClient(address.ownerUrl, (client) => loadInto(client, lines));
  await migrate(address, report, known);
  return end;
}

/** A database can be brought from the structure of then to that of now, and not back. */
async function refuseLaterStructure({ ownerUrl }: DatabaseAddress, head: BackupHead): Promise<void> {
  const later = await withClient(ownerUrl, async (client) => {
    const { rows: found } = await client.query("SELECT to_regclass('_prisma_migrations') AS found");
    if (!found[0]?.found) return false;
    const { rowCount } = await client.query(
      "SELECT 1 FROM _prisma_migrations WHERE finished_at IS NOT NULL AND migration_name <> ALL($1)",
      [head.migrations],
    );
    return Boolean(rowCount);
  });
  if (later)
    throw new Error(
      "The database has the structure of a newer version than the backup. Restore into one that Standby has not set up yet, such as another DATA_DIR.",
    );
}

async function* readLines(file: string): AsyncGenerator<string> {
  const packed = createReadStream(file);
  const unzipped = packed.pipe(createGunzip());
  packed.once("error", (error) => unzipped.destroy(error));
  const failed = new Promise<never>((_, reject) => {
    unzipped.once("error", () =>
      reject(new Error(`${file} can't be read: it is no backup, or was cut short.`)),
    );
  });
  failed.catch(() => {});
  const lines = createInterface({ input: unzipped, crlfDelay: Number.POSITIVE_INFINITY })[
    Symbol.asyncIterator
  ]();
  for (;;) {
    const line = await Promise.race([lines.next(), failed]);
    if (line.done) return;
    yield line.value;
  }
}

function asHead(line: string | undefined): BackupHead {
  const head = line?.startsWith("{") ? (JSON.parse(line) as Partial<BackupHead>) : {};
  if (head.standby !== 1 || !Array.isArray(head.migrations)) throw new Error("This is no backup of Standby.");
  return head as BackupHead;
}

async function loadInto(client: pg.Client, lines: AsyncGenerator<string>): Promise<BackupEnd> {
  await client.query("BEGIN; SET LOCAL app.purpose = 'backup'");
  await refuseInUse(client);
  const bindings = await loosen(client);
  const { digests, end } = await loadRows(client, lines);
  refuseAltered(digests, end);
  for (const statement of bindings) await client.query(statement);
  await finish(client, end);
  await client.query("COMMIT");
  return end;
}

async function refuseInUse(client: pg.Client): Promise<void> {
  await client.query("LOCK TABLE public.users IN ACCESS EXCLUSIVE MODE");
  const { rows } = await client.query("SELECT 1 FROM public.users LIMIT 1");
  if (rows.length > 0)
    throw new Error(
      "The database holds people already. Restore into an empty one, such as another DATA_DIR.",
    );
}

/** Takes triggers and foreign keys off, so that rows come as they were and in any order; answers what puts them back, and checks them. */
async function loosen(client: pg.Client): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(`
    SELECT quote_ident(tablename) AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`);
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(`
    SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1, 2`);
  for (const { name } of tables) await client.query(`ALTER TABLE public.${name} DISABLE TRIGGER USER`);
  for (const { table, name } of keys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  await client.query(`TRUNCATE ${tables.map(({ name }) => `public.${name}`).join(", ")}`);
  return [
    ...keys.map(({ table, name, definition }) => `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`),
    ...tables.map(({ name }) => `ALTER TABLE public.${name} ENABLE TRIGGER USER`),
  ];
}

async function loadRows(
  client: pg.Client,
  lines: AsyncGenerator<string>,
): Promise<{ digests: Record<string, TableDigest>; end: BackupEnd }> {
  const digests: Record<string, TableDigest> = {};
  let open: { table: BackedUpTable; digest: Digest; rows: string[] } | null = null;
  const flush = async () => {
    if (!open) return;
    await writeRows(client, open.table, open.rows);
    open.rows = [];
  };
  for await (const line of lines) {
    if (line.startsWith("[") && open) {
      open.digest.add(line);
      if (open.rows.push(line) === ROWS_AT_ONCE) await flush();
      continue;
    }
    await flush();
    if (open) digests[open.table.name] = open.digest.value();
    const said = JSON.parse(line) as BackupTable | BackupEnd;
    if ("end" in said) return { digests, end: said };
    open = { table: said.table, digest: new Digest(), rows: [] };
  }
  throw new Error("The backup was cut short: its last line is missing.");
}

function refuseAltered(digests: Record<string, TableDigest>, { tables }: BackupEnd): void {
  const names = new Set([...Object.keys(digests), ...Object.keys(tables)]);
  const altered = [...names].filter((name) => digests[name]?.sha256 !== tables[name]?.sha256);
  if (altered.length > 0) throw new Error(`The backup was altered, in ${altered.join(", ")}.`);
}

/** Sequences go on where they stood. Whoever was signed in signs in anew, since what was ended after the backup must stay so. */
async function finish(client: pg.Client, { sequences }: BackupEnd): Promise<void> {
  for (const [name, last] of Object.entries(sequences)) {
    const sequence = `public.${client.escapeIdentifier(name)}`;
    await client.query("SELECT setval($1::regclass, greatest($2::bigint, 1), $2::bigint > 0)", [
      sequence,
      last,
    ]);
  }
  for (const table of ENDED) {
    const { rows } = await client.query("SELECT to_regclass($1) AS found", [`public.${table}`]);
    if (rows[0]?.found) await client.query(`DELETE FROM public.${table}`);
  }
}
