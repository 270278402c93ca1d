import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { markInUse } from "./builds";
import { hasNotEnded, keepAllRunning } from "./keeper";
import { scriptOf, startProgram } from "./programs";
import type { Settings } from "./settings";
import { doesServe, startWebProcess } from "./web-process";

const ANSWER_MS = 5_000;

type WebServer = {
  settings: Settings;
  /** How many processes serve; one in development. */
  processes: number;
  /** The folder of the finished build that is served; null in development. */
  build: string | null;
  env: NodeJS.ProcessEnv;
  signal: AbortSignal;
  report: (line: string) => void;
  /** Hears of every process that serves, whenever one starts. */
  onStart: (pids: number[]) => Promise<void>;
  onReady: () => void;
};

/** Where to ask the server on this machine, whatever it is bound to. */
export function localAddress({ host, port }: Settings): string {
  const name = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

/** Keeps Next serving until the signal: then its processes finish open requests and end. */
export async function serveUntil(server: WebServer): Promise<void> {
  const { processes, build, signal, report } = server;
  const release = build === null ? async () => {} : await markInUse(build);
  const ended = new AbortController();
  void awaitReady(server, AbortSignal.any([signal, ended.signal]));
  try {
    await keepAllRunning(processes, {
      start: () => startNext(server),
      onStart: tellOfAll(server),
      // A page that is compiled for the first time may take long.
      ...(build !== null && { answers: (child: ChildProcess) => doesServe(child, ANSWER_MS) }),
      signal,
      report,
    });
  } finally {
    ended.abort();
    await release();
  }
}

function startNext({ settings, build, env }: WebServer): ChildProcess {
  const script = scriptOf("next", "next");
  const where = ["-H", settings.host, "-p", String(settings.port)];
  if (build !== null)
    return startWebProcess({ script, args: ["start", ...where], env: { ...env, STANDBY_BUILD: build } });
  const preload = fileURLToPath(new URL("./follow-parent.mjs", import.meta.url));
  return startProgram(["--import", preload, script, "dev", ...where], { env, detached: true });
}

/** Tells of all processes that run each time one starts, in order. */
function tellOfAll({ onStart, report }: WebServer): (child: ChildProcess) => void {
  let children: ChildProcess[] = [];
  let told = Promise.resolve();
  return (child) => {
    children = [...children.filter(hasNotEnded), child];
    const pids = children.flatMap(({ pid }) => pid ?? []);
    told = told.then(() => onStart(pids)).catch((error: Error) => report(error.message));
  };
}

async function awaitReady({ settings, onReady }: WebServer, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    if (await isAnswered(`${localAddress(settings)}/sign-in`, { patienceMs: 120_000 })) return onReady();
    await sleep(150);
  }
}

async function isAnswered(address: string, { patienceMs }: { patienceMs: number }): Promise<boolean> {
  try {
    await fetch(address, {
      method: "HEAD",
      redirect: "manual",
      signal: AbortSignal.timeout(patienceMs),
    });
    return true;
  } catch {
    return false;
  }
}
