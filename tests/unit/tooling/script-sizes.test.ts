import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findHeavyPages, scriptBytes } from "../../../prisma/tooling/script-sizes";

let folder: string;

const SCRIPTS = {
  "main.js": "main ".repeat(50),
  "layout.js": "layout",
  "page.js": "page",
  "other.js": "other",
};
const packed = (...names: (keyof typeof SCRIPTS)[]) =>
  names.reduce((sum, name) => sum + gzipSync(SCRIPTS[name]).length, 0);

async function write(path: string, text: string) {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "standby-sizes-"));
  for (const [name, text] of Object.entries(SCRIPTS)) await write(name, text);
  await write("build-manifest.json", JSON.stringify({ rootMainFiles: ["main.js"] }));
  await write(
    "app-path-routes-manifest.json",
    JSON.stringify({ "/(list)/page": "/list", "/route": "/list" }),
  );
  const files = { "app/layout": ["layout.js", "main.js"], "app/(list)/page": ["page.js", "layout.js"] };
  await write(
    "server/app/(list)/page_client-reference-manifest.js",
    `globalThis.__RSC_MANIFEST["/(list)/page"] = ${JSON.stringify({ entryJSFiles: files })};`,
  );
});

afterEach(() => rm(folder, { recursive: true }));

describe("the scripts of a page", () => {
  it("weigh what it, its layouts and every page load, each once and packed", async () => {
    expect(await scriptBytes(folder, "/list")).toBe(packed("main.js", "layout.js", "page.js"));
  });

  it("are past their budget by a single byte", async () => {
    const bytes = packed("main.js", "layout.js", "page.js");
    expect(await findHeavyPages(folder, { "/list": bytes })).toEqual([]);
    expect(await findHeavyPages(folder, { "/list": bytes - 1 })).toEqual([
      { page: "/list", bytes, most: bytes - 1 },
    ]);
  });

  it("are not guessed where the build has no such page", async () => {
    await expect(scriptBytes(folder, "/gone")).rejects.toThrow("no page /gone");
  });
});
