import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { open, readFile, rename, rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

/** Names one run of one process, so that a process id used again later isn't mistaken for it. */
export type ProcessMark = { pid: number; startedAt: string };

function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

/** The mark of a running process. */
export function markOf(pid: number): ProcessMark {
  return { pid, startedAt: startOf(pid) };
}

/** The mark of the process this code runs in. */
export function ownMark(): ProcessMark {
  return markOf(process.pid);
}

/** Whether some process with this id exists, ours or another user's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Whether the very process that made the mark is still running. */
export function isRunning(mark: ProcessMark): boolean {
  return isAlive(mark.pid) && (mark.startedAt === "" || startOf(mark.pid) === mark.startedAt);
}

type Holder = ProcessMark & { token: string };

async function readHolder(path: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as Holder;
  } catch {
    return null;
  }
}

async function tryTake(path: string, holder: Holder): Promise<boolean> {
  try {
    const file = await open(path, "wx", 0o600);
    await file.writeFile(JSON.stringify(holder));
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Takes a dead holder's lock file out of the way; one of several waiting processes succeeds. */
async function clearStale(path: string, stale: Holder | null): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  const moved = await readHolder(aside);
  if (moved && moved.token !== stale?.token) await rename(aside, path);
  else await rm(aside, { force: true });
}

/** Runs one piece of work while no other live process holds the same lock file. */
export async function withFileLock<T>(path: string, work: () => Promise<T>, waitSeconds = 120): Promise<T> {
  const holder: Holder = { ...ownMark(), token: randomUUID() };
  const giveUpAt = Date.now() + waitSeconds * 1000;
  let unreadableSince = 0;
  while (!(await tryTake(path, holder))) {
    const current = await readHolder(path);
    if (current) unreadableSince = 0;
    else unreadableSince ||= Date.now();
    const abandoned = current ? !isRunning(current) : Date.now() - unreadableSince > 2000;
    if (abandoned) await clearStale(path, current);
    else if (Date.now() > giveUpAt)
      throw new Error(
        `Process ${current?.pid ?? "unknown"} holds ${path} for more than ${waitSeconds} seconds.`,
      );
    else await sleep(50);
  }
  try {
    return await work();
  } finally {
    const current = await readHolder(path);
    if (current?.token === holder.token) await rm(path, { force: true });
  }
}
