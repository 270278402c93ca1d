import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findFreePort } from "@/prisma/tooling/postmaster";
import { markOf } from "@/prisma/tooling/process-lock";
import { claimPort } from "@/prisma/tooling/server-note";
import { readSettings } from "@/prisma/tooling/settings";

let dataDir: string;
let left: ChildProcess[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "standby-note-"));
  left = [1, 2].map(() => spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]));
});

afterEach(async () => {
  for (const child of left) child.kill("SIGKILL");
  await rm(dataDir, { recursive: true, force: true });
});

async function claimAfter(noted: (children: ChildProcess[]) => unknown): Promise<string[]> {
  const port = await findFreePort();
  const settings = readSettings({ NODE_ENV: "test", DATA_DIR: dataDir, PORT: String(port) });
  const keeper = { pid: process.pid, startedAt: "an earlier time" };
  const note = { keeper, keeperParent: 1, web: noted(left), port };
  await writeFile(join(dataDir, "server.json"), JSON.stringify(note));
  const lines: string[] = [];
  await claimPort(settings, (line) => lines.push(line));
  return lines;
}

const mark = ({ pid }: ChildProcess) => markOf(pid ?? 0);
const ends = (children: ChildProcess[]) => Promise.all(children.map((child) => once(child, "exit")));

describe("a start after a crash", () => {
  it("stops every web process that the crash left behind", async () => {
    const ended = ends(left);
    expect(await claimAfter((children) => children.map(mark))).toEqual([
      "Stopping a web server that an earlier run left behind.",
    ]);
    expect(await ended).toEqual([
      [null, "SIGTERM"],
      [null, "SIGTERM"],
    ]);
  });

  it("reads the note of a version that had one process", async () => {
    const ended = ends(left.slice(0, 1));
    expect(await claimAfter(([child]) => child && mark(child))).toHaveLength(1);
    expect(await ended).toEqual([[null, "SIGTERM"]]);
    expect(left[1]?.signalCode).toBeNull();
  });

  it("stops nothing where all of them ended", async () => {
    expect(await claimAfter(() => [{ pid: process.pid, startedAt: "an earlier time" }])).toEqual([]);
  });
});
