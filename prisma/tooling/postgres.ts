import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { makeSecret, readOrMakeSecrets, writeSecrets } from "./credentials";
import { connectOutside } from "./postgres-outside";
import { findPostgres, type PostgresProgram } from "./postgres-program";
import { watchPostmaster } from "./postgres-watch";
import {
  awaitPostmaster,
  createCluster,
  findFreePort,
  openDataFolder,
  type Postmaster,
  readPostmaster,
  startPostmaster,
  stopPostmaster,
} from "./postmaster";
import { isRunning, ownMark, type ProcessMark, withFileLock } from "./process-lock";
import { ensureDatabase, ensureExtensions, ensureRoles, withClient } from "./roles";

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

type ClusterSecrets = { port: number; superuser: string; owner: string; app: string };
type Report = (line: string) => void;

const DATABASE = "standby";

/** Readies the database: an outside one when `DATABASE_URL` is given, or else the embedded one in `dataDir`. */
export async function startDatabase(options: {
  dataDir: string;
  databaseUrl?: string | undefined;
  report?: Report;
  /** Starts a server that was killed again, until `stop` is called. */
  keepRunning?: boolean;
}): Promise<RunningDatabase> {
  if (options.databaseUrl) return connectOutside(options.databaseUrl);
  const dataDir = resolve(options.dataDir);
  const report = options.report ?? (() => {});
  const program = await findPostgres(report);
  await openDataFolder(program, dataDir);
  return withFileLock(join(dataDir, "postgres.lock"), () =>
    joinCluster(program, dataDir, report, options.keepRunning ?? false),
  );
}

async function joinCluster(
  program: PostgresProgram,
  dataDir: string,
  report: Report,
  keepRunning: boolean,
): Promise<RunningDatabase> {
  const folder = join(dataDir, "postgres");
  const secretsPath = join(dataDir, "postgres.json");
  const secrets = await readOrMakeSecrets<ClusterSecrets>(secretsPath, () => ({
    port: 0,
    superuser: makeSecret(),
    owner: makeSecret(),
    app: makeSecret(),
  }));
  if (!(await stat(join(folder, "base")).catch(() => null))) {
    report(`Setting up a PostgreSQL database in ${folder} (some seconds, once).`);
    await createCluster(program, folder, secrets.superuser);
  }
  const { port } = await joinOrStart(program, dataDir, secrets, report);
  if (port !== secrets.port) await writeSecrets(secretsPath, { ...secrets, port });
  const leave = await registerUse(dataDir, folder);
  const locked = <T>(work: () => Promise<T>) => withFileLock(join(dataDir, "postgres.lock"), work);
  const stopping = new AbortController();
  if (keepRunning)
    watchPostmaster(folder, stopping.signal, () =>
      locked(async () => {
        if (stopping.signal.aborted || (await readPostmaster(folder))) return;
        report("PostgreSQL was killed: starting it again.");
        await joinOrStart(program, dataDir, { ...secrets, port }, report);
      }),
    );
  const urlFor = (role: string, password: string, database: string) =>
    `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
  const addressOf = (name: string): DatabaseAddress => ({
    ownerUrl: urlFor("standby_owner", secrets.owner, name),
    appUrl: urlFor("standby_app", secrets.app, name),
  });
  const adminUrl = urlFor("postgres", secrets.superuser, "postgres");
  const createDatabase = async (name: string, template?: string) => {
    await ensureDatabase(adminUrl, name, template);
    if (!template) await ensureExtensions(urlFor("postgres", secrets.superuser, name));
    return addressOf(name);
  };
  try {
    await ensureRoles(adminUrl, secrets);
    const address = await createDatabase(DATABASE);
    return {
      ...address,
      port,
      description: `the embedded PostgreSQL in ${dataDir} (127.0.0.1:${port})`,
      admin: { url: adminUrl, createDatabase },
      stop: () => {
        stopping.abort();
        return locked(leave);
      },
    };
  } catch (error) {
    stopping.abort();
    await leave();
    throw error;
  }
}

async function joinOrStart(
  program: PostgresProgram,
  dataDir: string,
  secrets: ClusterSecrets,
  report: Report,
): Promise<Postmaster> {
  const folder = join(dataDir, "postgres");
  const running = await awaitPostmaster(folder);
  if (running) {
    const users = await listUsers(dataDir);
    if (await answers(running.port, secrets.superuser, folder)) {
      if (users.length === 0) report("Taking over the PostgreSQL that an earlier run left behind.");
      return running;
    }
    report("An earlier run left a PostgreSQL behind that doesn't answer: stopping it.");
    await stopPostmaster(folder, running);
  }
  const port = await findFreePort(secrets.port);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startPostmaster(program, folder, port, join(dataDir, "postgres.log"));
    } catch (error) {
      // Sessions of a killed server need a moment to end before its successor may start.
      if (attempt === 5) throw error;
      await sleep(attempt * 400);
    }
  }
}

async function answers(port: number, password: string, folder: string): Promise<boolean> {
  try {
    const url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
    return await withClient(url, async (client) => {
      const { rows } = await client.query("SHOW data_directory");
      return resolve(String(rows[0]?.data_directory)) === folder;
    });
  } catch {
    return false;
  }
}

async function listUsers(dataDir: string): Promise<ProcessMark[]> {
  const folder = join(dataDir, "users");
  const marks: ProcessMark[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    const mark = JSON.parse(
      await readFile(join(folder, name), "utf8").catch(() => "null"),
    ) as ProcessMark | null;
    if (mark && isRunning(mark)) marks.push(mark);
    else await rm(join(folder, name), { force: true });
  }
  return marks;
}

let uses = 0;

/** Notes that this process uses the server; the returned function takes the note away and stops an unused server. */
async function registerUse(dataDir: string, folder: string): Promise<() => Promise<void>> {
  const users = join(dataDir, "users");
  await mkdir(users, { recursive: true });
  await chmod(users, 0o700);
  uses += 1;
  const note = join(users, `${process.pid}-${uses}`);
  await writeFile(note, JSON.stringify(ownMark()), { mode: 0o600 });
  let left = false;
  return async () => {
    if (left) return;
    left = true;
    await rm(note, { force: true });
    if ((await listUsers(dataDir)).length > 0) return;
    const running = await readPostmaster(folder);
    if (running) await stopPostmaster(folder, running);
  };
}
