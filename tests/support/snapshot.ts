import { filledTables, keep, makeProcedure } from "./database";

type Snapshot = { value: unknown; restore: string };

const snapshots = new Map<string, Snapshot>();

/**
 * Gives the office that `build` writes into the empty database. It is built once by each worker; every further test gets
 * its rows copied back, which takes milliseconds. What `build` returns is frozen, for the tests of a worker share it.
 */
export async function fromSnapshot<T>(name: string, build: () => Promise<T>): Promise<T> {
  const known = snapshots.get(name);
  if (known) {
    const { client } = await keep();
    await client.query(known.restore);
    return known.value as T;
  }
  if ((await filledTables()).length > 0)
    throw new Error(`The office "${name}" comes first: the database of a test is empty before it.`);
  const value = Object.freeze(await build());
  snapshots.set(name, { value, restore: await copyRows(`snapshot_${snapshots.size}`) });
  return value;
}

/** Copies all rows into a schema of their own; returns the SQL that copies them back into tables that are empty. */
async function copyRows(schema: string): Promise<string> {
  const { client } = await keep();
  const tables = await filledTables();
  const copies = tables.map((table) => `CREATE TABLE ${schema}.${table} AS TABLE public.${table};`);
  await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE; CREATE SCHEMA ${schema}; ${copies.join(" ")}`);
  const { rows } = await client.query<{ last_value: string; is_called: boolean }>(
    "SELECT last_value, is_called FROM audit_events_seq",
  );
  const { last_value, is_called } = rows[0] ?? { last_value: "1", is_called: false };
  await makeProcedure(schema, [
    ...tables.map(
      (table) => `ASSERT NOT EXISTS (SELECT FROM public.${table}), '${table} is empty before an office';
      INSERT INTO public.${table} OVERRIDING SYSTEM VALUE SELECT * FROM ${schema}.${table};`,
    ),
    `PERFORM setval('audit_events_seq', ${last_value}, ${is_called});`,
  ]);
  return `CALL for_tests.${schema}()`;
}
