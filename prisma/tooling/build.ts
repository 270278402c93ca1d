import { createHash } from "node:crypto";
import { access, constants, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { join } from "node:path";
import { BUILDS, findBuild, switchBuild, UNFINISHED_BUILD } from "./builds";
import { withFileLock } from "./process-lock";
import { runProgram, scriptOf } from "./programs";
import { readSchema } from "./schema-files";
import { findHeavyPages } from "./script-sizes";
import { PROJECT_FOLDER } from "./settings";

const SOURCE_FOLDERS = ["app", "components", "lib", "prisma/models", "public"];
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
  const hash = createHash("sha256");
  for (const file of files.sort())
    hash.update(`\0${file.slice(PROJECT_FOLDER.length)}\0`).update(await readFile(file).catch(() => ""));
  return hash.digest("hex");
}

async function readText(path: string): Promise<string> {
  return (await readFile(join(PROJECT_FOLDER, path), "utf8").catch(() => "")).trim();
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

/** Builds the application, whether or not it was built before, beside the build that runs; returns the new one's folder. */
export async function build(options: Options): Promise<string> {
  return locked(() => buildAnew(options));
}

async function buildAnew({ report, signal }: Options): Promise<string> {
  await ensureClient({ report, signal });
  const started = Date.now();
  report("Building the application (a minute or two, only after a change).");
  const sources = await hashOfSources();
  const progress = setInterval(() => report(`… still building, ${seconds(started)} s so far.`), 15_000);
  try {
    await keepingTypes(() => buildWithNext(signal));
    await refuseHeavyPages(join(PROJECT_FOLDER, UNFINISHED_BUILD));
  } finally {
    clearInterval(progress);
  }
  const folder = await switchBuild(sources);
  report(`Built in ${seconds(started)} s.`);
  return folder;
}

async function buildWithNext(signal: AbortSignal | undefined): Promise<void> {
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    NEXT_TELEMETRY_DISABLED: "1",
    STANDBY_BUILD: UNFINISHED_BUILD,
  };
  await mkdir(join(PROJECT_FOLDER, UNFINISHED_BUILD), { recursive: true });
  await runProgram("next build", [scriptOf("next", "next"), "build"], { env, signal });
}

async function refuseHeavyPages(folder: string): Promise<void> {
  const heavy = await findHeavyPages(folder);
  if (heavy.length === 0) return;
  const lines = heavy.map(
    ({ page, bytes, most }) =>
      `  ${page}: ${(bytes / 1000).toFixed(1)} kB of scripts, ${(most / 1000).toFixed(0)} at most`,
  );
  throw new Error(
    `Pages load more script than they may (prisma/tooling/script-sizes.ts):\n${lines.join("\n")}`,
  );
}

/** Next writes the folder of a build into this file, which editors and tsc read; that folder moves. */
async function keepingTypes(work: () => Promise<void>): Promise<void> {
  const path = join(PROJECT_FOLDER, "next-env.d.ts");
  const types = await readFile(path, "utf8").catch(() => null);
  try {
    await work();
  } finally {
    if (types !== null) await writeFile(path, types);
  }
}

function seconds(since: number): number {
  return Math.round((Date.now() - since) / 1000);
}

/** The folder of the build of these sources; builds the application when there is none. A finished one is only read. */
export async function ensureBuild(options: Options): Promise<string> {
  const built = await findBuild(await hashOfSources());
  return built ?? locked(async () => (await findBuild(await hashOfSources())) ?? buildAnew(options));
}

async function locked<T>(work: () => Promise<T>): Promise<T> {
  await mkdir(join(PROJECT_FOLDER, BUILDS), { recursive: true }).catch(refuseToBuild);
  await access(join(PROJECT_FOLDER, BUILDS), constants.W_OK).catch(refuseToBuild);
  return withFileLock(join(PROJECT_FOLDER, BUILDS, "lock"), work, 900);
}

function refuseToBuild(): never {
  throw new Error(
    `This version of Standby is not built yet, and ${userInfo().username} may not write in ${PROJECT_FOLDER}. Build it once as the user who owns the code: npm run build.`,
  );
}
