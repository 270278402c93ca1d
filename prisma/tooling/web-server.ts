import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Ending, ending, scriptOf, startProgram } from "./programs";
import type { Settings } from "./settings";

const DRAIN_MS = 10_000;
const SHORTEST_LIFE_MS = 10_000;

type WebServer = {
  settings: Settings;
  command: "start" | "dev";
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

/** Keeps Next serving until the signal: then it finishes open requests and ends. A server that dies is started again. */
export async function serveUntil(server: WebServer): Promise<void> {
  while (!server.signal.aborted) {
    const startedAt = Date.now();
    const end = await serveOnce(server);
    if (server.signal.aborted) return;
    if (Date.now() - startedAt < SHORTEST_LIFE_MS)
      throw new Error(`The web server ended soon after its start (${end.code ?? end.signal}).`);
    server.report(`The web server ended unexpectedly (${end.code ?? end.signal}): starting it again.`);
  }
}

async function serveOnce(server: WebServer): Promise<Ending> {
  const { settings, command, env, signal } = server;
  const preload = fileURLToPath(new URL("./follow-parent.mjs", import.meta.url));
  const where = ["-H", settings.host, "-p", String(settings.port)];
  const child = startProgram(["--import", preload, scriptOf("next", "next"), command, ...where], {
    env,
    detached: true,
  });
  const ended = ending(child);
  const stop = () => void drain(child, ended);
  signal.addEventListener("abort", stop, { once: true });
  if (child.pid) await server.onStart(child.pid);
  void awaitReady(server, child);
  const end = await ended;
  signal.removeEventListener("abort", stop);
  return end;
}

async function drain(child: ChildProcess, ended: Promise<Ending>): Promise<void> {
  child.kill("SIGTERM");
  const late = await Promise.race([ended.then(() => false), sleep(DRAIN_MS, true, { ref: false })]);
  if (late && child.pid) process.kill(-child.pid, "SIGKILL");
}

async function awaitReady({ settings, signal, onReady }: WebServer, child: ChildProcess): Promise<void> {
  while (child.exitCode === null && !signal.aborted) {
    try {
      await fetch(localAddress(settings), { method: "HEAD", redirect: "manual" });
      return onReady();
    } catch {
      await sleep(150);
    }
  }
}
