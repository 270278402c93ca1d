import { realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { listUsers } from "./cluster-users";
import { makeSecret, readOrMakeSecrets, writeSecrets } from "./credentials";
import type { PostgresProgram } from "./postgres-program";
import {
  awaitPostmaster,
  createCluster,
  findFreePort,
  type Postmaster,
  readPostmaster,
  startPostmaster,
  stopPostmaster,
} from "./postmaster";
import { withClient } from "./roles";

/** What the embedded server remembers between starts. */
export type ClusterSecrets = { port: number; superuser: string; owner: string; app: string };

/** One embedded server: its programs, where its files lie, and what it must be started with. */
export type Cluster = {
  program: PostgresProgram;
  dataDir: string;
  folder: string;
  secrets: ClusterSecrets;
  /** Faster, and lost with the machine: for tests. */
  disposable: boolean;
  report: (line: string) => void;
};

/** Opens the embedded server of a data folder, building its files at the first time. */
export async function openCluster(parts: Omit<Cluster, "folder" | "secrets">): Promise<Cluster> {
  const folder = join(parts.dataDir, "postgres");
  const secrets = await readOrMakeSecrets<ClusterSecrets>(join(parts.dataDir, "postgres.json"), () => ({
    port: 0,
    superuser: makeSecret(),
    owner: makeSecret(),
    app: makeSecret(),
  }));
  if (!(await stat(join(folder, "base")).catch(() => null))) {
    parts.report(`Setting up a PostgreSQL database in ${folder} (some seconds, once).`);
    await createCluster(parts.program, folder, secrets.superuser);
  }
  return { ...parts, folder, secrets };
}

/** Joins the server when it runs, whoever started it, or starts it; returns its port, which it remembers. */
export async function joinOrStart(cluster: Cluster): Promise<number> {
  const { port } = (await joinRunning(cluster)) ?? (await start(cluster));
  if (port !== cluster.secrets.port) {
    cluster.secrets.port = port;
    await writeSecrets(join(cluster.dataDir, "postgres.json"), cluster.secrets);
  }
  return port;
}

async function joinRunning({ dataDir, folder, secrets, report }: Cluster): Promise<Postmaster | null> {
  const running = await awaitPostmaster(folder);
  if (!running) return null;
  if (await answers(running.port, secrets.superuser, folder)) {
    if ((await listUsers(dataDir)).length === 0)
      report("Taking over the PostgreSQL that an earlier run left behind.");
    return running;
  }
  report("An earlier run left a PostgreSQL behind that doesn't answer: stopping it.");
  await stopPostmaster(folder, running);
  return null;
}

async function start({ program, dataDir, folder, secrets, disposable }: Cluster): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort(secrets.port);
    try {
      return await startPostmaster(program, folder, port, {
        logPath: join(dataDir, "postgres.log"),
        disposable,
      });
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
    const used = await withClient(url, async (client) => {
      const { rows } = await client.query("SHOW data_directory");
      return String(rows[0]?.data_directory);
    });
    return (await realpath(used)) === (await realpath(folder));
  } catch {
    return false;
  }
}

/** Stops the server when no running process uses it any more. */
export async function stopWhenUnused({ dataDir, folder }: Cluster): Promise<void> {
  if ((await listUsers(dataDir)).length > 0) return;
  const running = await readPostmaster(folder);
  if (running) await stopPostmaster(folder, running);
}
