import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuild } from "../../prisma/tooling/build";
import { type Counts, countPlaywright, runTool, type Say } from "../stages";
import { clockEnvironment, requireFaketime } from "../support/faketime";

/** When the office is shut, a day or a year turns, or the clock is put forward or back: instants in Stockholm. */
export const E2E_CLOCKS = [
  { name: "Sunday 23:30", at: "2026-12-06T23:30:00+01:00" },
  { name: "Monday 00:30", at: "2026-11-30T00:30:00+01:00" },
  { name: "Friday 17:30", at: "2026-12-04T17:30:00+01:00" },
  { name: "24 December 10:00", at: "2026-12-24T10:00:00+01:00" },
  { name: "31 December 23:50", at: "2026-12-31T23:50:00+01:00" },
  { name: "Sunday 28 March 2027, 01:58 before summer time", at: "2027-03-28T01:58:00+01:00" },
  { name: "Monday 29 March 2027, 00:30 in summer time", at: "2027-03-29T00:30:00+02:00" },
  { name: "Sunday 25 October 2026, 02:30 the second time", at: "2026-10-25T02:30:00+01:00" },
  { name: "Monday 25 October 2027, 08:00", at: "2027-10-25T08:00:00+02:00" },
] as const;

/** Runs the tests in the browser with server, database and browser at an instant; true when all of them pass. */
export async function runE2eAtClock(at: string, say: Say, more: string[] = []): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), "standby-clock-"));
  const report = join(folder, "e2e.json");
  try {
    const library = requireFaketime((line) => say(`${line}\n`));
    await ensureBuild({ report: (line) => say(`${line}\n`) });
    const clock = clockEnvironment(library, new Date(at));
    const traces = `--output=test-results/clocks/${at.replaceAll(/[:+]/g, "-")}`;
    const args = ["test", "--reporter=list,json", traces, ...more];
    const env = { ...clock, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
    const succeeded = await runTool(say, "@playwright/test", args, env, "playwright");
    const { passed, failed, skipped } = await countPlaywright(report).catch((): Counts => NONE);
    say(`At ${at}: ${passed} passed, ${failed} failed, ${skipped} skipped\n`);
    return succeeded && passed > 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [at, ...more] = process.argv.slice(2);
  if (!at) throw new Error("Say when: npx tsx tests/deep/e2e-clocks.ts 2026-12-31T23:50:00+01:00");
  const say: Say = (words) => void process.stdout.write(words);
  process.exitCode = (await runE2eAtClock(at, say, more)) ? 0 : 1;
}
