import { type ChildProcess, spawn } from "node:child_process";
import { describe, expect, it } from "vitest";
import { BROKEN_SETTINGS_EXIT_CODE } from "@/lib/env";
import { keepAllRunning, keepRunning } from "@/prisma/tooling/keeper";

const PATIENCE = {
  firstPause: 20,
  longestPause: 80,
  askEvery: 30,
  firstSilences: 5,
  mostSilences: 3,
  drain: 300,
};

function node(script: string): () => ChildProcess {
  return () => spawn(process.execPath, ["-e", script], { stdio: "ignore", detached: true });
}

/** Keeps a script running until so many starts, and answers what was reported. */
async function keep(script: string, starts: number, answers?: () => Promise<boolean>): Promise<string[]> {
  const stopping = new AbortController();
  const lines: string[] = [];
  let started = 0;
  await keepRunning({
    start: node(script),
    ...(answers && { answers }),
    onStart: () => {
      started += 1;
      if (started === starts) stopping.abort();
    },
    signal: stopping.signal,
    report: (line) => lines.push(line),
    patience: PATIENCE,
  });
  return lines;
}

const paused = (line: string) => Number(/again in ([\d.]+) s/.exec(line)?.[1]);

describe("the keeper", () => {
  it("starts a server that dies again and again, after pauses that grow to their limit", async () => {
    const lines = await keep("process.exit(1)", 6);
    expect(lines.map(paused)).toEqual([0.02, 0.04, 0.08, 0.08, 0.08]);
  });

  it("ends a server that has answered and then says nothing, though its event loop stands still", async () => {
    let asked = 0;
    const lines = await keep("for (;;);", 2, async () => ++asked === 1);
    expect(lines).toEqual([
      "The web server has not answered 3 times in a row: ending it.",
      "The web server ended unexpectedly (SIGKILL): starting it again in 0.02 s.",
    ]);
    expect(asked).toBe(4);
  });

  it("ends a server that never answers", async () => {
    const lines = await keep("for (;;);", 2, async () => false);
    expect(lines[0]).toBe("The web server has not answered 5 times in a row: ending it.");
  });

  it("leaves a server alone that is slow to answer for the first time, or misses once", async () => {
    const answers = [false, false, false, false, true, false, false, true];
    const stopping = new AbortController();
    const lines: string[] = [];
    await keepRunning({
      start: node("setInterval(() => {}, 1000)"),
      answers: async () => {
        if (answers.length === 1) stopping.abort();
        return answers.shift() ?? true;
      },
      signal: stopping.signal,
      report: (line) => lines.push(line),
      patience: PATIENCE,
    });
    expect(lines).toEqual([]);
  });

  it("does not start a server again whose settings can't be used", async () => {
    await expect(keep(`process.exit(${BROKEN_SETTINGS_EXIT_CODE})`, 2)).rejects.toThrow(/settings/);
  });

  it("goes on with a server to which a message came too late", async () => {
    const stopping = new AbortController();
    const lines: string[] = [];
    await keepRunning({
      start: node("setTimeout(() => {}, 200)"),
      onStart: (child) => {
        if (lines.length) return stopping.abort();
        child.emit("error", new Error("write EPIPE"));
      },
      signal: stopping.signal,
      report: (line) => lines.push(line),
      patience: PATIENCE,
    });
    expect(lines).toEqual(["The web server ended unexpectedly (0): starting it again in 0.02 s."]);
  });

  it("ends all of several servers when one can't use its settings", async () => {
    const scripts = ["setInterval(() => {}, 1000)", `process.exit(${BROKEN_SETTINGS_EXIT_CODE})`];
    const children: ChildProcess[] = [];
    const start = () => {
      const child = node(scripts[children.length] ?? "")();
      children.push(child);
      return child;
    };
    const kept = { start, signal: new AbortController().signal, report: () => {}, patience: PATIENCE };
    await expect(keepAllRunning(2, kept)).rejects.toThrow(/settings/);
    expect(children.map(({ exitCode, signalCode }) => signalCode ?? exitCode)).toEqual([
      "SIGTERM",
      BROKEN_SETTINGS_EXIT_CODE,
    ]);
  });
});
