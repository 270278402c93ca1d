import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findBuild, markInUse, switchBuild, UNFINISHED_BUILD } from "@/prisma/tooling/builds";
import { markOf } from "@/prisma/tooling/process-lock";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "standby-builds-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** Writes what next build would, as far as the switch looks at it. */
async function makeUnfinished(id: string): Promise<void> {
  const folder = join(root, UNFINISHED_BUILD);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "BUILD_ID"), id);
  await writeFile(join(folder, "page.js"), `page of ${id}`);
}

async function buildOnce(id: string): Promise<string> {
  await makeUnfinished(id);
  return switchBuild(`sources of ${id}`, root);
}

const builds = async () => (await readdir(join(root, ".builds"))).filter((name) => name.startsWith("build-"));

describe("a build", () => {
  it("is the current one once it is finished, for its sources alone", async () => {
    await makeUnfinished("a");
    expect(await findBuild("sources of a", root)).toBeNull();
    const folder = await switchBuild("sources of a", root);
    expect(await findBuild("sources of a", root)).toBe(folder);
    expect(await findBuild("sources of b", root)).toBeNull();
    expect(await readFile(join(root, folder, "page.js"), "utf8")).toBe("page of a");
  });

  it("that fails leaves the one before as it was", async () => {
    const folder = await buildOnce("a");
    await mkdir(join(root, UNFINISHED_BUILD), { recursive: true });
    await expect(switchBuild("sources of b", root)).rejects.toThrow();
    expect(await findBuild("sources of a", root)).toBe(folder);
    expect(await readFile(join(root, folder, "page.js"), "utf8")).toBe("page of a");
  });

  it("stays while a server uses it, and the one before the current stays too", async () => {
    const first = await buildOnce("a");
    const release = await markInUse(first, root);
    for (const id of ["b", "c", "d"]) await buildOnce(id);
    expect((await builds()).sort()).toEqual(["build-a", "build-c", "build-d"]);
    await release();
    await buildOnce("e");
    expect((await builds()).sort()).toEqual(["build-d", "build-e"]);
  });

  it("is not held by a server that was killed", async () => {
    const first = await buildOnce("a");
    const server = spawn(process.execPath, ["-e", ""]);
    const mark = markOf(server.pid ?? 0);
    await new Promise((resolve) => server.once("close", resolve));
    await mkdir(join(root, first, "users"), { recursive: true });
    await writeFile(join(root, first, "users", "1"), JSON.stringify(mark));
    await buildOnce("b");
    await buildOnce("c");
    expect((await builds()).sort()).toEqual(["build-b", "build-c"]);
  });
});
