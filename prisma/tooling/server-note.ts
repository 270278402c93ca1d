import { readFileSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { writeSecrets } from "./credentials";
import { isAlive, isRunning, markOf, ownMark, type ProcessMark } from "./process-lock";
import type { Settings } from "./settings";

type ServerNote = { keeper: ProcessMark; keeperParent: number; web: ProcessMark[]; port: number };

const notePath = (settings: Settings) => join(settings.dataDir, "server.json");

/** Notes which processes serve this data folder, for the next start to find after a crash. */
export async function noteServer(settings: Settings, webPids: number[]): Promise<void> {
  const note: ServerNote = {
    keeper: ownMark(),
    keeperParent: process.ppid,
    web: webPids.map(markOf),
    port: settings.port,
  };
  await writeSecrets(notePath(settings), note);
}

/** Takes this process's note away. */
export async function forgetServer(settings: Settings): Promise<void> {
  const note = await readNote(settings);
  if (note?.keeper.pid === process.pid) await rm(notePath(settings), { force: true });
}

async function readNote(settings: Settings): Promise<ServerNote | null> {
  try {
    return JSON.parse(await readFile(notePath(settings), "utf8")) as ServerNote;
  } catch {
    return null;
  }
}

/** Makes sure the port can be used, stopping what a killed run left behind; refuses when it is somebody else's. */
export async function claimPort(settings: Settings, report: (line: string) => void): Promise<void> {
  const note = await readNote(settings);
  if (note && note.port === settings.port) await stopAbandoned(note, report);
  if (await isFree(settings)) return;
  throw new Error(
    `Port ${settings.port} on ${settings.host} is used by another program. Stop it, or choose another: PORT=${settings.port + 1}.`,
  );
}

async function stopAbandoned(note: ServerNote, report: (line: string) => void): Promise<void> {
  if (isRunning(note.keeper)) {
    if (parentOf(note.keeper.pid) === note.keeperParent)
      throw new Error(
        `Standby is running here already (process ${note.keeper.pid}, port ${note.port}). Stop it first, or choose another DATA_DIR and PORT.`,
      );
    report("Stopping a server that an earlier run left behind.");
    await endProcess(note.keeper);
  }
  // Earlier versions noted their only process without a list.
  const left = [note.web ?? []].flat().filter(isRunning);
  if (left.length === 0) return;
  report("Stopping a web server that an earlier run left behind.");
  await Promise.all(left.map(endProcess));
}

function parentOf(pid: number): number {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

async function endProcess(mark: ProcessMark): Promise<void> {
  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    if (isAlive(mark.pid)) process.kill(mark.pid, signal);
    for (let waited = 0; waited < 120 && isRunning(mark); waited += 1) await sleep(100);
    if (!isRunning(mark)) return;
  }
}

function isFree({ host, port }: Settings): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
