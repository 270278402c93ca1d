import type pg from "pg";

/** A table as a backup holds it: its columns in order, but for those the database works out, and their types. */
export type BackedUpTable = { name: string; columns: { name: string; type: string }[] };

const ROWS_AT_ONCE = 2_000;

/** Every table of ours. The job queue's own are made anew by each start, and what was noted of changes is for processes that ran then. */
export async function listBackedUpTables(client: pg.Client): Promise<BackedUpTable[]> {
  const { rows } = await client.query<BackedUpTable>(`
    SELECT c.relname AS name, json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
      ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
      AND a.attgenerated = '' AND c.relname NOT IN ('_prisma_migrations', 'office_changes')
    GROUP BY c.relname ORDER BY c.relname`);
  return rows;
}

/** The rows of a table, each as a JSON array of its values as PostgreSQL writes them, in an order that depends on nothing else. */
export async function* readRows(client: pg.Client, { name, columns }: BackedUpTable): AsyncGenerator<string> {
  const values = columns.map((column) => `${client.escapeIdentifier(column.name)}::text`).join(", ");
  const table = client.escapeIdentifier(name);
  await client.query(`DECLARE backup_rows NO SCROLL CURSOR FOR
    SELECT row FROM (SELECT json_build_array(${values})::text AS row FROM public.${table}) r ORDER BY row COLLATE "C"`);
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`FETCH ${ROWS_AT_ONCE} FROM backup_rows`);
    for (const { row } of rows) yield row;
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await client.query("CLOSE backup_rows");
}

/** Writes rows as they were read. */
export async function writeRows(
  client: pg.Client,
  { name, columns }: BackedUpTable,
  rows: readonly string[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = columns.map((column) => client.escapeIdentifier(column.name)).join(", ");
  const values = columns.map((column, i) => `(value->>${i})::${column.type}`).join(", ");
  await client.query(
    `INSERT INTO public.${client.escapeIdentifier(name)} (${names})
     OVERRIDING SYSTEM VALUE
     SELECT ${values} FROM unnest($1::text[]) WITH ORDINALITY line(text, nr), LATERAL (SELECT text::jsonb) row(value) ORDER BY nr`,
    [rows],
  );
}

/** Where each sequence stands. */
export async function readSequences(client: pg.Client): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; last: string }>(`
    SELECT sequencename AS name, coalesce(last_value, 0)::text AS last FROM pg_sequences WHERE schemaname = 'public'`);
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}
