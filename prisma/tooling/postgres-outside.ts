import pg from "pg";
import type { RunningDatabase } from "./postgres";
import { ensureExtensions, withClient } from "./roles";

const OLDEST_VERSION = 150_000;

/** Checks a database somebody else runs: reachable by both roles, recent enough, and able to hold our constraints. */
export async function connectOutside(
  databaseUrl: string,
  ownerDatabaseUrl = databaseUrl,
): Promise<RunningDatabase> {
  const { port, database, ...address } = readAddress(databaseUrl);
  const place = `${database} at ${address.host}:${port}`;
  const version = await requireReachable("DATABASE_URL", databaseUrl);
  if (ownerDatabaseUrl !== databaseUrl) await requireReachable("OWNER_DATABASE_URL", ownerDatabaseUrl);
  const owner = readAddress(ownerDatabaseUrl);
  if (owner.database !== database)
    throw new Error(
      `OWNER_DATABASE_URL leads to the database ${owner.database}, DATABASE_URL to ${database}.`,
    );
  if (version < OLDEST_VERSION)
    throw new Error(
      `DATABASE_URL: ${place} is PostgreSQL ${Math.floor(version / 10_000)}; Standby needs 15 or later.`,
    );
  await requireRights(ownerDatabaseUrl);
  await ensureExtensions(ownerDatabaseUrl).catch((error: Error) => {
    throw new Error(
      `The extension btree_gist is missing in ${place} and ${owner.user} may not create it (${error.message}). Run "CREATE EXTENSION btree_gist" there once as an administrator.`,
    );
  });
  return {
    ownerUrl: ownerDatabaseUrl,
    appUrl: databaseUrl,
    port,
    description: `the PostgreSQL ${Math.floor(version / 10_000)} database ${place}, given by DATABASE_URL`,
    admin: null,
    stop: async () => {},
  };
}

/** Migrations make tables in the schema public, and the job queue a schema of its own. */
async function requireRights(ownerUrl: string): Promise<void> {
  const { database, user } = readAddress(ownerUrl);
  const may = await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ may: boolean }>(
      "SELECT has_schema_privilege('public', 'CREATE') AND has_database_privilege(current_database(), 'CREATE') AS may",
    );
    return rows[0]?.may === true;
  });
  if (!may)
    throw new Error(
      `The role ${user} may not make tables in ${database}. Give it the database once as an administrator: ALTER DATABASE "${database}" OWNER TO "${user}"; or name the role that owns it in OWNER_DATABASE_URL.`,
    );
}

async function requireReachable(setting: string, databaseUrl: string): Promise<number> {
  const { host, port, database, user } = readAddress(databaseUrl);
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query("SHOW server_version_num");
    return Number(rows[0]?.server_version_num);
  }).catch((error: Error) => {
    throw new Error(
      `${setting}: the database ${database} at ${host}:${port} can't be reached as ${user} (${error.message}).`,
    );
  });
}

/** The parts of a connection address, read the way the driver reads it. */
export function readAddress(databaseUrl: string): {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
  ssl: boolean;
} {
  let client: pg.Client;
  try {
    client = new pg.Client({ connectionString: databaseUrl });
  } catch {
    throw new Error("DATABASE_URL is not an address of the form postgresql://user:password@host:5432/name.");
  }
  const { host, port, user = "", password = "", database = "", ssl } = client;
  return { host, port, user, password: String(password ?? ""), database, ssl };
}

/** Refuses a role that passes every check in the database, whatever the tables say. */
export async function refuseSuperuser(databaseUrl: string): Promise<void> {
  const { user, database } = readAddress(databaseUrl);
  const isSuperuser = await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query(
      "SELECT rolsuper OR rolbypassrls AS super FROM pg_roles WHERE rolname = current_user",
    );
    return rows[0]?.super === true;
  });
  if (isSuperuser)
    throw new Error(
      `DATABASE_URL: ${user} is a superuser, so the database would protect nothing from a fault in Standby. Make an ordinary role once: CREATE ROLE standby LOGIN PASSWORD '…'; ALTER DATABASE "${database}" OWNER TO standby;`,
    );
}
