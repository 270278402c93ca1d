import { readFile } from "node:fs/promises";
import { ending, scriptOf, startProgram } from "../prisma/tooling/programs";

/** How many tests of a stage ended how. */
export type Counts = { passed: number; failed: number; skipped: number };

/** Takes what a stage has to say. */
export type Say = (words: string) => void;

/** One part of the test run. It begins when the stages it comes after have ended, whatever became of them. */
export type Stage = {
  name: string;
  after: readonly string[];
  /** Without this stage's success there is nothing to test. */
  needs?: string;
  run: (say: Say) => Promise<Counts>;
};

/** What became of a stage. */
export type Ended = { name: string; seconds: number; counts: Counts };

const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };
const FAILED: Counts = { ...NONE, failed: 1 };

/** Runs a program of an npm package and passes on what it says; true when it succeeded. */
export async function runTool(
  say: Say,
  packageName: string,
  args: string[],
  env: Record<string, string> = {},
  command = packageName,
): Promise<boolean> {
  const child = startProgram([scriptOf(packageName, command), ...args], {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
    quiet: true,
  });
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", say);
  return (await ending(child)).code === 0;
}

type Works = (say: Say) => Promise<boolean>;
type Order = Pick<Stage, "after" | "needs">;

/** A stage that either holds or fails as a whole. */
export function check(name: string, order: Order, works: Works): Stage {
  return { name, ...order, run: async (say) => ((await holds(say, works)) ? NONE : FAILED) };
}

/** A stage that counts its tests in a file; one that fails without a failed test counts as one failure. */
export function suite(name: string, order: Order, works: Works, count: () => Promise<Counts>): Stage {
  return {
    name,
    ...order,
    run: async (say) => {
      const succeeded = await holds(say, works);
      const counts = await count().catch(() => NONE);
      return succeeded || counts.failed > 0 ? counts : { ...counts, failed: 1 };
    },
  };
}

async function holds(say: Say, works: Works): Promise<boolean> {
  try {
    return await works(say);
  } catch (error) {
    say(`${error instanceof Error ? error.message : error}\n`);
    return false;
  }
}

/** Runs the stages, several at a time where their order allows; each says what it has to say when it ends. */
export async function runStages(stages: readonly Stage[]): Promise<Ended[]> {
  const ended = new Map<string, Promise<Ended>>();
  for (const stage of stages) {
    const { name, after, needs } = stage;
    const before = Promise.all([...after, needs].map((other) => other && ended.get(other)));
    const needed = needs ? ended.get(needs) : undefined;
    ended.set(
      name,
      before.then(async () =>
        (await needed)?.counts.failed ? leaveOut(stage) : runStage(stage, stages.length > 1),
      ),
    );
  }
  return Promise.all(ended.values());
}

function leaveOut({ name, needs }: Stage): Ended {
  console.log(`\n== ${name}: not run, because ${needs} failed`);
  return { name, seconds: 0, counts: NONE };
}

/** Runs one stage; what it says is held back until it ends when others run beside it. */
async function runStage({ name, run }: Stage, isBeside: boolean): Promise<Ended> {
  const said: string[] = [];
  const say: Say = isBeside ? (words) => said.push(words) : (words) => process.stdout.write(words);
  console.log(isBeside ? `== ${name} begins` : `== ${name}`);
  const started = Date.now();
  const counts = await run(say);
  const seconds = (Date.now() - started) / 1000;
  if (isBeside) console.log(`\n== ${name}, ${seconds.toFixed(1)} s\n${said.join("").trimEnd()}\n`);
  return { name, seconds, counts };
}

/** Reads what vitest's JSON reporter counted. */
export async function countVitest(path: string): Promise<Counts> {
  const report = JSON.parse(await readFile(path, "utf8")) as Record<string, number>;
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = report;
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

/** Reads what Playwright's JSON reporter counted; a flaky test counts as failed. */
export async function countPlaywright(path: string): Promise<Counts> {
  const { stats } = JSON.parse(await readFile(path, "utf8")) as { stats: Record<string, number> };
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}
