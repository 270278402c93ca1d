import { join, resolve } from "node:path";
import { type Cluster, joinOrStart, openCluster, stopWhenUnused } from "./cluster";
import { registerUse } from "./cluster-users";
import { connectOutside } from "./postgres-outside";
import { findPostgres } from "./postgres-program";
import { watchPostmaster } from "./postgres-watch";
import { openDataFolder } from "./postmaster";
import { withFileLock } from "./process-lock";
import { APP_ROLE, ensureDatabase, ensureExtensions, ensureRoles, OWNER_ROLE } from "./roles";

/** How to reach one database: as the owner of its tables, and as the running application. */
export type DatabaseAddress = { ownerUrl: string; appUrl: string };

/** A database that is ready for work, until `stop` is called. */
export type RunningDatabase = DatabaseAddress & {
  port: number;
  /** One line for the operator that says which database is in use. */
  description: string;
  /** Reaches every database of the embedded server as its superuser; null for a database from outside. */
  admin: {
    url: string;
    createDatabase: (name: string, template?: string) => Promise<DatabaseAddress>;
  } | null;
  /** Leaves the database; the last process to leave an embedded server stops it. */
  stop: () => Promise<void>;
};

type Options = {
  dataDir: string;
  databaseUrl?: string | undefined;
  ownerDatabaseUrl?: string | undefined;
  report?: (line: string) => void;
  /** Starts a server that was killed again, until `stop` is called. */
  keepRunning?: boolean;
  /** Trades safety for speed: for tests. */
  disposable?: boolean;
};

const DATABASE = "standby";

/** Readies the database: an outside one when `DATABASE_URL` is given, or else the embedded one in `dataDir`. */
export async function startDatabase(options: Options): Promise<RunningDatabase> {
  if (options.databaseUrl) return connectOutside(options.databaseUrl, options.ownerDatabaseUrl);
  const dataDir = resolve(options.dataDir);
  const report = options.report ?? (() => {});
  const program = await findPostgres(report);
  await openDataFolder(program, dataDir);
  const locked = <T>(work: () => Promise<T>) => withFileLock(join(dataDir, "postgres.lock"), work);
  return locked(async () => {
    const disposable = options.disposable ?? false;
    const cluster = await openCluster({ program, dataDir, report, disposable });
    const port = await joinOrStart(cluster);
    const forget = await registerUse(dataDir);
    const stopping = new AbortController();
    const leave = async () => {
      stopping.abort();
      await forget();
      await stopWhenUnused(cluster);
    };
    if (options.keepRunning) watchPostmaster(cluster, stopping.signal, (revive) => locked(revive));
    try {
      return { ...(await readyDatabase(cluster)), port, stop: () => locked(leave) };
    } catch (error) {
      await leave();
      throw error;
    }
  });
}

async function readyDatabase({ secrets, dataDir }: Cluster): Promise<Omit<RunningDatabase, "port" | "stop">> {
  const urlFor = (role: string, password: string, database: string) =>
    `postgresql://${role}:${password}@127.0.0.1:${secrets.port}/${database}`;
  const adminUrl = urlFor("postgres", secrets.superuser, "postgres");
  const createDatabase = async (name: string, template?: string): Promise<DatabaseAddress> => {
    await ensureDatabase(adminUrl, name, template);
    if (!template) await ensureExtensions(urlFor("postgres", secrets.superuser, name));
    return {
      ownerUrl: urlFor(OWNER_ROLE, secrets.owner, name),
      appUrl: urlFor(APP_ROLE, secrets.app, name),
    };
  };
  await ensureRoles(adminUrl, secrets);
  return {
    ...(await createDatabase(DATABASE)),
    description: `the embedded PostgreSQL in ${dataDir} (127.0.0.1:${secrets.port})`,
    admin: { url: adminUrl, createDatabase },
  };
}
