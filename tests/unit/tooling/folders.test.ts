import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeDataFolder, reasonOf } from "@/prisma/tooling/folders";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "standby-folders-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe("the data folder", () => {
  it("is made with its parents, once", async () => {
    const path = join(root, "a", "b");
    expect(await makeDataFolder(path)).toBe(true);
    expect(await makeDataFolder(path)).toBe(false);
    expect((await stat(path)).isDirectory()).toBe(true);
  });

  it("is refused in plain words where none can be made, without going on for ever", async () => {
    await expect(makeDataFolder("/proc/nope/data")).rejects.toThrow(
      /^The data folder \/proc\/nope\/data can't be used by .+: no folder can be made there\. Set DATA_DIR/,
    );
  });

  it("is refused where a part of the path is a file", async () => {
    await writeFile(join(root, "file"), "");
    await expect(makeDataFolder(join(root, "file", "data"))).rejects.toThrow(/a part of the path is a file/);
    await expect(makeDataFolder(join(root, "file"))).rejects.toThrow(/it is a file/);
  });

  it("is spoken of plainly when the disk is full or the user has no right", () => {
    expect(reasonOf(Object.assign(new Error("raw"), { code: "ENOSPC" }))).toBe("the disk is full");
    expect(reasonOf(Object.assign(new Error("raw"), { code: "EACCES" }))).toBe(
      "the user may not write there",
    );
    expect(reasonOf(new Error("anything else"))).toBeNull();
  });
});
