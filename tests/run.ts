import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuild } from "../prisma/tooling/build";
import { findDrift } from "../prisma/tooling/drift";
import { E2E_CLOCKS, runE2eAtClock } from "./deep/e2e-clocks";
import { readPlaywright, readVitest } from "./reports";
import { type Counts, check, type Ended, runStages, runTool, type Stage, suite } from "./stages";
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

// `npm test -- deep [stage] [args]` takes its time; without the word, `npm test -- [stage] [args]`.
const words = process.argv.slice(2);
const isDeep = words[0] === "deep";
const [only, ...more] = isDeep ? words.slice(1) : words;
process.env.TEST_DEEP = isDeep ? "1" : "";

function vitestStage(name: string, after: string[]): Stage {
  const report = reportPath(name);
  const output = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const args = ["run", "--project", name, "--passWithNoTests", ...output, ...more];
  return suite(
    name,
    { after },
    (say) => runTool(say, "vitest", args, { TZ: "Asia/Kathmandu" }),
    () => readVitest(report),
  );
}

function e2eStage(name: string, after: string[], env: Record<string, string> = {}): Stage {
  const report = reportPath(name);
  return suite(
    name,
    { after, needs: "build" },
    async (say) => {
      const missing = findChromium() ? null : installChromium((line) => say(`${line}\n`));
      if (missing) throw new Error(missing);
      say(`Using ${findChromium()}.\n`);
      const args = ["test", "--pass-with-no-tests", "--reporter=list,json", ...more];
      const report = { PLAYWRIGHT_JSON_OUTPUT_NAME: reportPath(name) };
      return runTool(say, "@playwright/test", args, { ...report, ...env }, "playwright");
    },
    () => readPlaywright(report),
  );
}

// Two rows of work side by side: checks and the build, and beside them the tests. The browser's tests have the machine to themselves:
// beside others they would wait longer for each page than they gain.
const stages: Stage[] = [
  check("generate", { after: [] }, (say) => runTool(say, "prisma", ["generate"])),
  check("lint", { after: ["generate"] }, (say) => runTool(say, "@biomejs/biome", ["ci"], {}, "biome")),
  check(
    "types",
    { after: ["lint"] },
    async (say) =>
      (await runTool(say, "next", ["typegen"])) &&
      // One checker for each core: each reads all types again, and the four it has by itself take twice the time.
      (await runTool(say, "typescript", ["--noEmit", "--checkers", "2"], {}, "tsc")),
  ),
  check("drift", { after: ["types"] }, async (say) => {
    const drift = await findDrift();
    if (drift) say(`The schema and the migrations differ:\n\n${drift}\n`);
    return !drift;
  }),
  check("build", { after: ["drift"] }, async (say) => {
    await ensureBuild({ report: (line) => say(`${line}\n`) });
    return true;
  }),
  vitestStage("integration", ["generate"]),
  vitestStage("unit", ["integration"]),
  e2eStage("e2e", ["build", "unit"]),
];

// What runs in `npm test -- deep` alone: the browser's tests on other days and at other hours, one clock after another.
const deepStages: Stage[] = E2E_CLOCKS.map(({ name, at }, i) =>
  check(`e2e at ${name}`, { after: [i === 0 ? "e2e" : `e2e at ${E2E_CLOCKS[i - 1]?.name}`] }, (say) =>
    runE2eAtClock(at(), say, more),
  ),
);

async function main(): Promise<void> {
  const all = isDeep ? [...stages, ...deepStages] : stages;
  const wanted = all.filter(({ name }) => !only || name === only);
  if (wanted.length === 0)
    throw new Error(
      `There is no stage "${only}". The stages are ${all.map(({ name }) => name).join(", ")}; deep runs them all, and more of each.`,
    );
  const started = Date.now();
  const done = await runStages(wanted);
  done.forEach(sayFailures);
  console.log("\nWhere the time went");
  for (const { name, seconds, counts } of done)
    console.log(`${timed(name, seconds)}  ${counts.failed ? "FAILED" : "ok"}`);
  if (done.length > 1) console.log(timed("in all", (Date.now() - started) / 1000));
  const sum = (key: keyof Counts) => done.reduce((total, { counts }) => total + counts[key], 0);
  console.log(`${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped`);
  process.exitCode = sum("failed") > 0 ? 1 : 0;
}

// At the end of what is printed, where it is looked for, and where a log that was cut still has it.
function sayFailures({ name, failures }: Ended): void {
  if (failures.length > 0) console.log(`\n== failed in ${name}\n${failures.join("\n\n")}`);
}

function timed(name: string, seconds: number): string {
  return `  ${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s`;
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
