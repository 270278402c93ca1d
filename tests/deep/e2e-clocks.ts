import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { addDays, type Day, weekdayOf } from "../../lib/time/day";
import { dayIn, instantIn } from "../../lib/time/zone";
import { ensureBuild } from "../../prisma/tooling/build";
import { readPlaywright } from "../reports";
import { NONE, runTool, type Say } from "../stages";
import { clockEnvironment, requireFaketime } from "../support/faketime";

const ZONE = "Europe/Stockholm";

/** When the office is shut, a day or a year turns, or the clock is put forward or back, in Stockholm. */
export const E2E_CLOCKS = [
  { name: "Sunday 23:30", at: () => next(isWeekday(7), "23:30") },
  { name: "Monday 00:30", at: () => next(isWeekday(1), "00:30") },
  { name: "Friday 17:30", at: () => next(isWeekday(5), "17:30") },
  { name: "24 December 10:00", at: () => next(isDate("12-24"), "10:00") },
  { name: "31 December 23:50", at: () => next(isDate("12-31"), "23:50") },
  { name: "01:58 before summer time", at: () => next(isLastSunday("03"), "01:58") },
  {
    name: "Monday 00:30 in summer time",
    at: () => next((on) => isLastSunday("03")(addDays(on, -1)), "00:30"),
  },
  { name: "02:30 the second time", at: () => next(isLastSunday("10"), "02:30") },
  { name: "25 October 08:00", at: () => next(isDate("10-25"), "08:00") },
] as const;

/**
 * The next such instant, from the day after tomorrow on: always ahead, because behind the machine's clock
 * PostgreSQL ends idle transactions early, as if its timers saw that clock when a signal meets libfaketime at work.
 */
function next(isMeant: (on: Day) => boolean, time: string): Date {
  let on = addDays(dayIn(ZONE, new Date()), 2);
  while (!isMeant(on)) on = addDays(on, 1);
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return instantIn(ZONE, on, hour * 60 + minute);
}

const isWeekday = (weekday: number) => (on: Day) => weekdayOf(on) === weekday;
const isDate = (date: string) => (on: Day) => on.endsWith(date);
const isLastSunday = (month: string) => (on: Day) =>
  weekdayOf(on) === 7 && on.slice(5, 7) === month && addDays(on, 7).slice(5, 7) !== month;

/** Runs the tests in the browser with server, database and browser at an instant; true when all of them pass. */
export async function runE2eAtClock(instant: Date, say: Say, more: string[] = []): Promise<boolean> {
  const at = instant.toISOString();
  const folder = await mkdtemp(join(tmpdir(), "standby-clock-"));
  const report = join(folder, "e2e.json");
  try {
    const library = requireFaketime((line) => say(`${line}\n`));
    await ensureBuild({ report: (line) => say(`${line}\n`) });
    const clock = clockEnvironment(library, instant);
    const traces = `--output=test-results/clocks/${at.replaceAll(/[:+]/g, "-")}`;
    const args = ["test", "--reporter=list,json", traces, ...more];
    const env = { ...clock, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
    const succeeded = await runTool(say, "@playwright/test", args, env, "playwright");
    const { counts, failures } = await readPlaywright(report).catch(() => NONE);
    const { passed, failed, skipped } = counts;
    for (const failure of failures) say(`${failure}\n\n`);
    say(`At ${at}: ${passed} passed, ${failed} failed, ${skipped} skipped\n`);
    return succeeded && passed > 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [at, ...more] = process.argv.slice(2);
  if (!at) throw new Error("Say when: npx tsx tests/deep/e2e-clocks.ts 2026-12-31T23:50:00+01:00");
  const say: Say = (words) => void process.stdout.write(words);
  process.exitCode = (await runE2eAtClock(new Date(at), say, more)) ? 0 : 1;
}
