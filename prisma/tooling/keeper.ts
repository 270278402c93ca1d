import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { BROKEN_SETTINGS_EXIT_CODE } from "@/lib/env";
import { type Ending, ending } from "./programs";

/** How patient the keeper is, in milliseconds; a pause doubles with each short life that follows another. */
export type Patience = {
  firstPause: number;
  longestPause: number;
  /** From this age on a server that dies is not one that can't start. */
  longLife: number;
  /** How often it is asked whether it lives, and how often it may say nothing before it is ended: at first, and once it has answered. */
  askEvery: number;
  firstSilences: number;
  mostSilences: number;
  /** How long a server that is to stop may finish its open requests. */
  drain: number;
};

const NAME = "The web server";
const PATIENCE: Patience = {
  firstPause: 500,
  longestPause: 30_000,
  longLife: 60_000,
  askEvery: 5_000,
  firstSilences: 60,
  mostSilences: 6,
  drain: 10_000,
};

/** A server that is to run until the signal. */
export type Kept = {
  /** What it is called in reports. */
  name?: string;
  start: () => ChildProcess;
  /** Whether it answers; asked again and again once it has started. Left out, it is never ended for its silence. */
  answers?: (child: ChildProcess) => Promise<boolean>;
  onStart?: (child: ChildProcess) => void;
  signal: AbortSignal;
  report: (line: string) => void;
  patience?: Partial<Patience>;
};

/** Keeps a server running: one that dies, or says nothing for a while, is started again after growing pauses, never given up. */
export async function keepRunning(kept: Kept): Promise<void> {
  const patience = { ...PATIENCE, ...kept.patience };
  for (let shortLives = 0; !kept.signal.aborted; ) {
    const startedAt = performance.now();
    const end = await runOnce(kept, patience);
    if (kept.signal.aborted) return;
    if (end.code === BROKEN_SETTINGS_EXIT_CODE) throw new Error("The web server can't use its settings.");
    shortLives = performance.now() - startedAt < patience.longLife ? shortLives + 1 : 0;
    const pause = Math.min(patience.longestPause, patience.firstPause * 2 ** Math.max(0, shortLives - 1));
    kept.report(
      `${kept.name ?? NAME} ended unexpectedly (${end.code ?? end.signal}): starting it again in ${pause / 1000} s.`,
    );
    await sleep(pause, undefined, { signal: kept.signal }).catch(() => undefined);
  }
}

async function runOnce(kept: Kept, patience: Patience): Promise<Ending> {
  const child = kept.start();
  const ended = ending(child);
  const stop = () => void drain(child, ended, patience);
  kept.signal.addEventListener("abort", stop, { once: true });
  kept.onStart?.(child);
  if (kept.answers) void endWhenSilent(child, kept.answers, kept, patience);
  const end = await ended;
  kept.signal.removeEventListener("abort", stop);
  return end;
}

async function drain(child: ChildProcess, ended: Promise<Ending>, patience: Patience): Promise<void> {
  child.kill("SIGTERM");
  const late = await Promise.race([ended.then(() => false), sleep(patience.drain, true, { ref: false })]);
  if (late) killGroup(child);
}

/** A server whose event loop stands still hears no SIGTERM. */
async function endWhenSilent(
  child: ChildProcess,
  answers: (child: ChildProcess) => Promise<boolean>,
  { name = NAME, signal, report }: Kept,
  { askEvery, firstSilences, mostSilences }: Patience,
): Promise<void> {
  let most = firstSilences;
  for (let silences = 0; hasNotEnded(child) && !signal.aborted; ) {
    if (await answers(child)) [silences, most] = [0, mostSilences];
    else silences += 1;
    if (silences >= most) {
      report(`${name} has not answered ${silences} times in a row: ending it.`);
      return killGroup(child);
    }
    await sleep(askEvery, undefined, { ref: false });
  }
}

/** Keeps so many of a server running, each by itself; one that can't use its settings ends them all. */
export async function keepAllRunning(count: number, kept: Kept): Promise<void> {
  const failing = new AbortController();
  const signal = AbortSignal.any([kept.signal, failing.signal]);
  const keep = (_: unknown, index: number) => {
    const name = count > 1 ? `Web process ${index + 1} of ${count}` : NAME;
    return keepRunning({ ...kept, name, signal }).finally(() => failing.abort());
  };
  const ends = await Promise.allSettled(Array.from({ length: count }, keep));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}

/** True while a child process runs. */
export function hasNotEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

/** Ends it with what it started, where it leads a group of processes; node:cluster can't start one that does. */
function killGroup(child: ChildProcess): void {
  if (!child.pid || !hasNotEnded(child)) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}
