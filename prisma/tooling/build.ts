import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { withFileLock } from "./process-lock";
import { runProgram, scriptOf } from "./programs";
import { readSchema } from "./schema-files";
import { PROJECT_FOLDER } from "./settings";

const SOURCE_FOLDERS = ["app", "components", "lib", "messages", "prisma/models", "public"];
const ROOT_SOURCES = /^(?!next-env).*\.(ts|mts|mjs|js|json)$/;
const NOT_SOURCES = new Set(["biome.json", "knip.json", "vitest.config.ts", "playwright.config.ts"]);

type Options = { report: (line: string) => void; signal?: AbortSignal };

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(join(PROJECT_FOLDER, folder), { withFileTypes: true, recursive: true }).catch(
    () => [],
  );
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function hashOfSources(): Promise<string> {
  const root = (await readdir(PROJECT_FOLDER)).filter(
    (name) => ROOT_SOURCES.test(name) && !NOT_SOURCES.has(name),
  );
  const folders = await Promise.all(SOURCE_FOLDERS.map(listFiles));
  const files = [...root.map((name) => join(PROJECT_FOLDER, name)), ...folders.flat()];
  files.push(join(PROJECT_FOLDER, "prisma/schema.prisma"));
  const hash = createHash("sha256").update(process.version);
  for (const file of files.sort())
    hash.update(`\0${file.slice(PROJECT_FOLDER.length)}\0`).update(await readFile(file).catch(() => ""));
  return hash.digest("hex");
}

async function readText(path: string): Promise<string> {
  return (await readFile(join(PROJECT_FOLDER, path), "utf8").catch(() => "")).trim();
}

const STAMP = ".next/standby-build";

async function stampFor(sources: string): Promise<string> {
  return `${sources} ${await readText(".next/BUILD_ID")}`;
}

/** Whether `.next` was built from the sources as they are now. */
export async function isBuilt(): Promise<boolean> {
  return (await readText(STAMP)) === (await stampFor(await hashOfSources()));
}

/** Generates the Prisma client when the schema changed since the last time. */
export async function ensureClient({ report, signal }: Options): Promise<void> {
  const folder = join(PROJECT_FOLDER, "prisma/generated");
  const wanted = createHash("sha256")
    .update(JSON.stringify(await readSchema()))
    .digest("hex");
  const known = await readText("prisma/generated/schema-hash");
  if (known === wanted && (await readText("prisma/generated/client/client.ts"))) return;
  report("Generating the database client from the schema.");
  await runProgram("prisma generate", [scriptOf("prisma", "prisma"), "generate"], { signal });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "schema-hash"), wanted);
}

/** Builds the application, whether or not it was built before. */
export async function build({ report, signal }: Options): Promise<void> {
  await ensureClient({ report, signal });
  const started = Date.now();
  report("Building the application (a minute or two, only after a change).");
  const sources = await hashOfSources();
  const progress = setInterval(() => report(`… still building, ${seconds(started)} s so far.`), 15_000);
  try {
    const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
    await runProgram("next build", [scriptOf("next", "next"), "build"], { env, signal });
  } finally {
    clearInterval(progress);
  }
  await writeFile(join(PROJECT_FOLDER, STAMP), await stampFor(sources));
  report(`Built in ${seconds(started)} s.`);
}

function seconds(since: number): number {
  return Math.round((Date.now() - since) / 1000);
}

/** Builds the application unless it is built from these sources already. */
export async function ensureBuild(options: Options): Promise<void> {
  await mkdir(join(PROJECT_FOLDER, ".next"), { recursive: true });
  await withFileLock(
    join(PROJECT_FOLDER, ".next-build.lock"),
    async () => {
      if (!(await isBuilt())) await build(options);
    },
    900,
  );
}
