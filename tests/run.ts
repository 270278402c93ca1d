import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuild } from "../prisma/tooling/build";
import { findDrift } from "../prisma/tooling/drift";
import { type Counts, check, countPlaywright, countVitest, runTool, type Stage, suite } from "./stages";
import { findChromium, installChromium } from "./support/chromium";

const folder = await mkdtemp(join(tmpdir(), "standby-test-"));
const reportPath = (name: string) => join(folder, `${name}.json`);

// A run must not depend on, or touch, the settings of an installation.
for (const name of [
  "DATABASE_URL",
  "DATA_DIR",
  "PORT",
  "HOST",
  "PUBLIC_URL",
  "NEXTAUTH_SECRET",
  "NEXTAUTH_URL",
])
  delete process.env[name];

function vitestStage(name: string, more: string[], env: Record<string, string>): Stage {
  const report = reportPath(name);
  const output = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const args = ["run", "--project", name, "--passWithNoTests", ...output, ...more];
  return suite(
    name,
    () => runTool("vitest", args, env),
    () => countVitest(report),
  );
}

function e2eStage(more: string[]): Stage {
  const report = reportPath("e2e");
  return suite(
    "e2e",
    async () => {
      const missing = findChromium() ? null : installChromium(console.log);
      if (missing) throw new Error(missing);
      console.log(`Using ${findChromium()}.`);
      const args = ["test", "--pass-with-no-tests", "--reporter=list,json", ...more];
      return runTool("@playwright/test", args, { PLAYWRIGHT_JSON_OUTPUT_NAME: report }, "playwright");
    },
    () => countPlaywright(report),
  );
}

const [only, ...more] = process.argv.slice(2);

const stages: Stage[] = [
  check("generate", () => runTool("prisma", ["generate"])),
  check("lint", () => runTool("@biomejs/biome", ["ci"], {}, "biome")),
  check(
    "types",
    async () =>
      (await runTool("next", ["typegen"])) && (await runTool("typescript", ["--noEmit"], {}, "tsc")),
  ),
  check("drift", async () => {
    const drift = await findDrift();
    if (drift) console.log(`The schema and the migrations differ:\n\n${drift}`);
    return !drift;
  }),
  vitestStage("unit", more, { TZ: "Asia/Kathmandu" }),
  vitestStage("integration", more, { TZ: "Asia/Kathmandu" }),
  check("build", async () => {
    await ensureBuild({ report: console.log });
    return true;
  }),
  e2eStage(more),
];

async function main(): Promise<void> {
  const wanted = stages.filter(({ name }) => !only || name === only);
  if (wanted.length === 0)
    throw new Error(
      `There is no stage "${only}". The stages are ${stages.map(({ name }) => name).join(", ")}.`,
    );
  const done: { name: string; seconds: number; counts: Counts }[] = [];
  for (const { name, run } of wanted) {
    if (name === "e2e" && done.some((stage) => stage.name === "build" && stage.counts.failed)) {
      console.log("\n== e2e: not run, because the application could not be built");
      break;
    }
    console.log(`\n== ${name}`);
    const started = Date.now();
    const counts = await run();
    done.push({ name, seconds: (Date.now() - started) / 1000, counts });
  }
  console.log("\nWhere the time went");
  for (const { name, seconds, counts } of done)
    console.log(
      `  ${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s  ${counts.failed ? "FAILED" : "ok"}`,
    );
  const sum = (key: keyof Counts) => done.reduce((total, { counts }) => total + counts[key], 0);
  console.log(`${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped`);
  process.exitCode = sum("failed") > 0 ? 1 : 0;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log("0 passed, 1 failed, 0 skipped");
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
