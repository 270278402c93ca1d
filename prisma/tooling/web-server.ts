import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { markInUse } from "./builds";
import { hasNotEnded, keepRunning } from "./keeper";
import { scriptOf, startProgram } from "./programs";
import type { Settings } from "./settings";

const ANSWER_MS = 5_000;

type WebServer = {
  settings: Settings;
  /** The folder of the finished build that is served; null in development. */
  build: string | null;
  env: NodeJS.ProcessEnv;
  signal: AbortSignal;
  report: (line: string) => void;
  onStart: (pid: number) => Promise<void>;
  onReady: () => void;
};

/** Where to ask the server on this machine, whatever it is bound to. */
export function localAddress({ host, port }: Settings): string {
  const name = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

/** Keeps Next serving until the signal: then it finishes open requests and ends. */
export async function serveUntil(server: WebServer): Promise<void> {
  const { settings, build, signal, report } = server;
  const release = build === null ? async () => {} : await markInUse(build);
  try {
    await keepRunning({
      start: () => startNext(server),
      onStart: (child) => {
        if (child.pid) void server.onStart(child.pid);
        void awaitReady(server, child);
      },
      // A page that is compiled for the first time may take long.
      ...(build !== null && { answers: () => isAnswered(`${localAddress(settings)}/api/health/live`) }),
      signal,
      report,
    });
  } finally {
    await release();
  }
}

function startNext({ settings, build, env }: WebServer): ChildProcess {
  const preload = fileURLToPath(new URL("./follow-parent.mjs", import.meta.url));
  const command = build === null ? "dev" : "start";
  const where = ["-H", settings.host, "-p", String(settings.port)];
  return startProgram(["--import", preload, scriptOf("next", "next"), command, ...where], {
    env: build === null ? env : { ...env, STANDBY_BUILD: build },
    detached: true,
  });
}

async function awaitReady({ settings, signal, onReady }: WebServer, child: ChildProcess): Promise<void> {
  while (hasNotEnded(child) && !signal.aborted) {
    if (await isAnswered(`${localAddress(settings)}/sign-in`, { patienceMs: 120_000 })) return onReady();
    await sleep(150);
  }
}

async function isAnswered(address: string, { patienceMs = ANSWER_MS } = {}): Promise<boolean> {
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
