import pg from "pg";
import { JOB_SCHEMA } from "@/lib/jobs/names";

/** Owns the schema and runs migrations; not a superuser. */
export const OWNER_ROLE = "standby_owner";
/** The role the running application uses: it reads and writes rows, and nothing else. */
export const APP_ROLE = "standby_app";

/** Runs one piece of work on its own connection and closes it. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

async function ensureRole(client: pg.Client, name: string, password: string): Promise<void> {
  const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [name]);
  if (rowCount) return;
  const limits = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS";
  await client.query(`CREATE ROLE ${name} ${limits} PASSWORD ${client.escapeLiteral(password)}`);
}

/** Creates the two roles that work with the data, when they are missing. */
export async function ensureRoles(
  adminUrl: string,
  passwords: { owner: string; app: string },
): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await ensureRole(client, OWNER_ROLE, passwords.owner);
    await ensureRole(client, APP_ROLE, passwords.app);
  });
}

/** Creates a database that only the two roles may enter, as a copy of another one when a template is named. */
export async function ensureDatabase(adminUrl: string, name: string, template = "template0"): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount) return;
    const [database, source] = [client.escapeIdentifier(name), client.escapeIdentifier(template)];
    await client.query(`CREATE DATABASE ${database} OWNER ${OWNER_ROLE} TEMPLATE ${source}`);
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${APP_ROLE}`);
  });
}

/** Adds what exclusion constraints over people and dates need. */
export async function ensureExtensions(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query("CREATE EXTENSION IF NOT EXISTS btree_gist");
  });
}

const runtimeRights = (role: string) => [
  `GRANT USAGE ON SCHEMA public TO ${role}`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role}`,
  `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${role}`,
  `ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${role}`,
  `ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO ${role}`,
  `GRANT USAGE ON SCHEMA ${JOB_SCHEMA} TO ${role}`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${JOB_SCHEMA} TO ${role}`,
];

/** The words of a history may be emptied once its person is erased, and steps of leave go with an import that is taken back; triggers see to it. */
const NARROWED: { table: string; revoke: string; words?: string }[] = [
  { table: "_prisma_migrations", revoke: "INSERT, UPDATE, DELETE" },
  { table: "audit_events", revoke: "UPDATE, DELETE" },
  { table: "absence_steps", revoke: "UPDATE", words: "comment" },
  { table: "case_people", revoke: "DELETE" },
  { table: "backup_notes", revoke: "INSERT, UPDATE, DELETE" },
  { table: "case_signatures", revoke: "UPDATE, DELETE" },
  { table: "case_terms", revoke: "UPDATE, DELETE" },
  { table: "case_reads", revoke: "UPDATE, DELETE" },
  { table: "case_journal", revoke: "UPDATE, DELETE" },
  { table: "case_journal_head", revoke: "DELETE" },
  { table: "leave_adjustments", revoke: "UPDATE, DELETE", words: "reason" },
];

/** Gives the role of the application rows but no structure, and what is a record of the past for adding and reading only. */
export async function grantRuntimeRights(client: pg.Client, roleName: string): Promise<void> {
  const { rowCount: isOther } = await client.query(
    "SELECT 1 FROM pg_roles WHERE rolname = $1 AND rolname <> current_user",
    [roleName],
  );
  if (!isOther) return;
  const role = client.escapeIdentifier(roleName);
  await client.query("BEGIN");
  for (const statement of runtimeRights(role)) await client.query(statement);
  for (const { table, revoke, words } of NARROWED) {
    const { rows } = await client.query("SELECT to_regclass($1) AS found", [`public.${table}`]);
    if (!rows[0]?.found) continue;
    await client.query(`REVOKE ${revoke} ON TABLE public.${table} FROM ${role}`);
    if (words) await client.query(`GRANT UPDATE (${words}) ON TABLE public.${table} TO ${role}`);
  }
  await client.query("COMMIT");
}
