import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { ending, scriptOf, startProgram } from "@/prisma/tooling/programs";
import { COLLECT_SOONER } from "@/prisma/tooling/web-process";

/** What a server has cost since it was last asked. */
export type Cost = { cpuMs: number; statements: number; longestStallMs: number; rssMb: number };

export type MeasuredServer = { url: string; cost: () => Promise<Cost>; stop: () => Promise<void> };

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

// The servers end when the bench does, however it ends.
const PRELOADED = ["./probe.mjs", "../../../prisma/tooling/follow-parent.mjs"].flatMap((file) => [
  "--import",
  here(file),
]);

/** One web process of the finished build, with a probe in it. */
export async function startWeb(env: NodeJS.ProcessEnv, build: string, port: number): Promise<MeasuredServer> {
  const args = [COLLECT_SOONER, ...PRELOADED, scriptOf("next", "next"), "start", "-H", "127.0.0.1"];
  const child = startProgram([...args, "-p", String(port)], {
    // One of two, as on a machine with two cores.
    env: { ...env, STANDBY_BUILD: build, WEB_PROCESSES: "2" },
    quiet: true,
  });
  child.stderr?.pipe(process.stderr);
  child.stdout?.resume();
  const url = `http://127.0.0.1:${port}`;
  await answered(`${url}/sign-in`, child);
  return { url, cost: () => costOf(child), stop: () => ended(child, "SIGKILL") };
}

/** Standby as `npm start` runs it with as many processes as it chooses. */
export async function startStandby(
  env: NodeJS.ProcessEnv,
  port: number,
): Promise<Pick<MeasuredServer, "url" | "stop">> {
  const child = startProgram(["--conditions=react-server", "--import", "tsx", "prisma/tooling/start.ts"], {
    env: { ...env, PORT: String(port) },
    quiet: true,
  });
  child.stderr?.pipe(process.stderr);
  child.stdout?.resume();
  const url = `http://127.0.0.1:${port}`;
  await answered(`${url}/sign-in`, child);
  return { url, stop: () => ended(child, "SIGTERM") };
}

/** The bare Node and pg server on the same database. */
export async function startBare(env: NodeJS.ProcessEnv, port: number): Promise<MeasuredServer> {
  const child = startProgram([...PRELOADED, "--import", "tsx", here("./bare-server.ts")], {
    env: { ...env, PORT: String(port) },
  });
  const url = `http://127.0.0.1:${port}`;
  await answered(url, child);
  return { url, cost: () => costOf(child), stop: () => ended(child, "SIGKILL") };
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const end = ending(child);
  child.kill(signal);
  await end;
}

function costOf(child: ChildProcess): Promise<Cost> {
  return new Promise((resolve) => {
    const hear = (said: unknown) => {
      if (typeof said !== "object") return;
      child.off("message", hear);
      resolve(said as Cost);
    };
    child.on("message", hear);
    child.send("cost");
  });
}

async function answered(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const isUp = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await sleep(100);
  }
  throw new Error(`${url} did not start`);
}
