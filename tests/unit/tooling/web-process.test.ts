import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, get } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findFreePort } from "@/prisma/tooling/postmaster";
import { isAlive } from "@/prisma/tooling/process-lock";

const KEEPER = fileURLToPath(new URL("../../support/small-keeper.ts", import.meta.url));
const WAIT = { timeout: 20_000, interval: 20 };

let port: number;
let keeper: ChildProcess;
let said: string;

/** The process that answers a request, on a connection of its own unless an agent keeps it. */
async function ask(path = "/", agent: Agent | false = false): Promise<number> {
  const request = get({ port, host: "127.0.0.1", path, agent });
  const [response] = await once(request, "response");
  return Number(await text(response));
}

/** Asks until so many different processes have answered. */
async function awaitProcesses(count: number): Promise<number[]> {
  const pids = new Set<number>();
  await vi.waitUntil(async () => {
    const pid = await ask().catch(() => null);
    if (pid !== null) pids.add(pid);
    return pids.size === count;
  }, WAIT);
  return [...pids];
}

const awaitEnd = (...pids: number[]) => vi.waitUntil(() => !pids.some(isAlive), WAIT);

beforeEach(async () => {
  port = await findFreePort();
  keeper = spawn(process.execPath, ["--import", "tsx", KEEPER, String(port)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  said = "";
  keeper.stdout?.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
});

afterEach(async () => {
  if (keeper.exitCode === null && keeper.signalCode === null) {
    keeper.kill("SIGTERM");
    await once(keeper, "exit");
  }
});

describe("a web server of two processes", () => {
  it("answers while one is killed, which is started again", async () => {
    const [killed = Number.NaN, other] = await awaitProcesses(2);
    process.kill(killed, "SIGKILL");
    await awaitEnd(killed);
    expect(await ask()).toBe(other);
    expect(await ask()).toBe(other);
    expect(await awaitProcesses(2)).not.toContain(killed);
    expect(said).toMatch(
      /^Web process [12] of 2 ended unexpectedly \(SIGKILL\): starting it again in 0.05 s\.\n$/,
    );
  });

  it("answers while one stands still, which is ended, with the one connection that was handed to it, and started again", async () => {
    await awaitProcesses(2);
    await sleep(300);
    const outcome = (path?: string) => ask(path).catch((error: NodeJS.ErrnoException) => error.code);
    const spun = outcome("/spin");
    await sleep(100);
    const answers = await Promise.all(Array.from({ length: 10 }, () => outcome()));
    expect(await spun).toBe("ECONNRESET");
    expect(answers.filter((answer) => answer === "ECONNRESET")).toHaveLength(1);
    expect(new Set(answers)).toHaveProperty("size", 2);
    await awaitProcesses(2);
    expect(said).toMatch(/^Web process [12] of 2 has not answered 3 times in a row: ending it\.\n/);
  });

  it("finishes open requests before it stops", async () => {
    const pids = await awaitProcesses(2);
    const open = [ask("/slow"), ask("/slow"), ask("/slow")];
    await sleep(200);
    keeper.kill("SIGTERM");
    expect(await once(keeper, "exit")).toEqual([0, null]);
    expect(pids).toEqual(expect.arrayContaining(await Promise.all(open)));
    expect(pids.some(isAlive)).toBe(false);
    expect(said).toBe("");
  });

  it("tells clients that ask again and again on one connection to leave", async () => {
    await awaitProcesses(2);
    const clients = Array.from({ length: 6 }, async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      for (;;)
        try {
          await ask("/slow", agent);
        } catch (error) {
          agent.destroy();
          return (error as NodeJS.ErrnoException).code;
        }
    });
    await sleep(200);
    keeper.kill("SIGTERM");
    expect(new Set(await Promise.all(clients))).toEqual(new Set(["ECONNREFUSED"]));
    expect(await once(keeper, "exit")).toEqual([0, null]);
  });

  it("finishes open requests and ends when its keeper is killed", async () => {
    const pids = await awaitProcesses(2);
    const open = [ask("/slow"), ask("/slow")];
    await sleep(200);
    keeper.kill("SIGKILL");
    expect(pids).toEqual(expect.arrayContaining(await Promise.all(open)));
    await awaitEnd(...pids);
  });

  it("can be stopped before its program listens", async () => {
    const preload = fileURLToPath(new URL("../../../prisma/tooling/web-preload.mjs", import.meta.url));
    const script = "setInterval(() => {}, 1000); console.log('begun')";
    const child = spawn(process.execPath, ["--import", preload, "-e", script]);
    await once(child.stdout, "data");
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([143, null]);
  });
});
