import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { chmod, chown, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { makeDataFolder } from "./folders";
import { type PostgresProgram, requireReach } from "./postgres-program";
import { isAlive } from "./process-lock";

const DISK_FULL = /No space left on device|Disk quota exceeded/;

/** What PostgreSQL itself says about a running server in its postmaster.pid. */
export type Postmaster = { pid: number; port: number; status: string };

async function exists(path: string): Promise<boolean> {
  return readFile(path).then(
    () => true,
    () => false,
  );
}

/** Builds the cluster's files beside their place and moves them there when whole. */
export async function createCluster(
  program: PostgresProgram,
  folder: string,
  password: string,
): Promise<void> {
  if (await exists(join(folder, "PG_VERSION"))) return;
  const unfinished = `${folder}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  const secretFolder = await mkdtemp(join(tmpdir(), "standby-"));
  const passwordFile = join(secretFolder, "password");
  try {
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    for (const path of program.user ? [unfinished, secretFolder, passwordFile] : [])
      await chown(path, program.user?.uid ?? 0, program.user?.gid ?? 0);
    requireReach(program, unfinished, "the data folder");
    await run(program, program.initdb, [
      `--pgdata=${unfinished}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--locale=C.UTF-8",
      "--lc-messages=C",
      "--data-checksums",
    ]);
  } finally {
    await rm(secretFolder, { recursive: true, force: true });
  }
  await rename(unfinished, folder);
}

function run(program: PostgresProgram, command: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ["ignore", "ignore", "pipe"],
      cwd: dirname(command),
      env: childEnvironment(),
      ...ids(program),
    });
    let words = "";
    child.stderr.on("data", (chunk: Buffer) => {
      words += chunk.toString();
    });
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`PostgreSQL could not be set up: ${plainWords(words)}`)),
    );
  });
}

function plainWords(words: string): string {
  return DISK_FULL.test(words) ? "the disk is full; it needs about 60 MB to begin with." : words.trim();
}

function ids(program: PostgresProgram): { uid?: number; gid?: number } {
  return program.user ? { uid: program.user.uid, gid: program.user.gid } : {};
}

function childEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, NODE_ENV } = process.env;
  return { PATH, HOME, TMPDIR, NODE_ENV, LC_ALL: "C", TZ: "UTC", ...preloadedClock() };
}

/** A clock that tests put before the system's runs in the database too, or its now() would be another than ours. */
function preloadedClock(): Record<string, string | undefined> {
  if (!process.env.FAKETIME) return {};
  const ofClock = ([name]: [string, unknown]) => name === "LD_PRELOAD" || name.includes("FAKE");
  return Object.fromEntries(Object.entries(process.env).filter(ofClock));
}

/** The server that holds this cluster, or null; a lock file left by a dead server counts as none. */
export async function readPostmaster(folder: string): Promise<Postmaster | null> {
  const path = join(folder, "postmaster.pid");
  const lines = (await readFile(path, "utf8").catch(() => "")).split("\n");
  const pid = Math.abs(Number(lines[0]));
  if (!pid || !isAlive(pid)) return null;
  if (isPostgres(pid)) return { pid, port: Number(lines[3] ?? 0), status: (lines[7] ?? "").trim() };
  await rm(path, { force: true });
  return null;
}

function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ENOENT" || process.platform !== "linux";
  }
}

const SETTINGS = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "max_connections=100",
  "TimeZone=UTC",
];
const FAST_BUT_UNSAFE = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/** Starts the server in its own process group, so that Ctrl-C reaches Standby first; resolves when it accepts. */
export async function startPostmaster(
  program: PostgresProgram,
  folder: string,
  port: number,
  options: { logPath: string; disposable: boolean },
): Promise<Postmaster> {
  const log = openSync(options.logPath, "a", 0o600);
  const settings = options.disposable ? [...SETTINGS, ...FAST_BUT_UNSAFE] : SETTINGS;
  const child = spawn(
    program.postgres,
    ["-D", folder, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
    { detached: true, stdio: ["ignore", log, log], cwd: folder, env: childEnvironment(), ...ids(program) },
  );
  closeSync(log);
  let ended: string | null = null;
  child.on("error", (error) => {
    ended = error.message;
  });
  child.on("exit", (code, signal) => {
    ended = `it ended with ${code ?? signal}`;
  });
  child.unref();
  for (;;) {
    const running = await readPostmaster(folder);
    if (running?.pid === child.pid && running?.status === "ready") return running;
    if (ended) {
      const words = await lastWords(options.logPath);
      throw new Error(
        `PostgreSQL did not start (${ended}). ${DISK_FULL.test(words) ? "The disk is full." : `Its last words: ${words}`}`,
      );
    }
    await sleep(30);
  }
}

async function lastWords(path: string): Promise<string> {
  return (await readFile(path, "utf8").catch(() => "none")).trim().split("\n").slice(-4).join(" | ");
}

/** Stops a server in order of insistence: end sessions, then abort; resolves when it is gone. */
export async function stopPostmaster(folder: string, { pid }: Postmaster): Promise<void> {
  for (const [signal, seconds] of [
    ["SIGINT", 30],
    ["SIGQUIT", 10],
  ] as const) {
    if (isAlive(pid)) process.kill(pid, signal);
    for (let waited = 0; waited < seconds * 40; waited += 1) {
      if ((await readPostmaster(folder))?.pid !== pid) return;
      await sleep(25);
    }
  }
  throw new Error(`PostgreSQL (process ${pid}) does not stop.`);
}

/** Waits for a server that is starting, recovering or stopping to settle; returns it when it is ready. */
export async function awaitPostmaster(folder: string, seconds = 120): Promise<Postmaster | null> {
  for (let waited = 0; waited < seconds * 20; waited += 1) {
    const running = await readPostmaster(folder);
    if (!running || running.status === "ready") return running;
    await sleep(50);
  }
  return readPostmaster(folder);
}

/** The wanted port when nobody listens there, or any free one. */
export function findFreePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", () => (wanted ? resolve(findFreePort()) : reject(new Error("No free port."))));
    server.listen(wanted, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Makes the data folder when there is none: passable for the user PostgreSQL runs as, private otherwise. */
export async function openDataFolder(program: PostgresProgram, dataDir: string): Promise<void> {
  if (await makeDataFolder(dataDir)) await chmod(dataDir, program.user ? 0o711 : 0o700);
}
