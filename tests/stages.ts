import { ending, scriptOf, startProgram } from "../prisma/tooling/programs";

/** How many tests of a stage ended how. */
export type Counts = { passed: number; failed: number; skipped: number };

/** What a stage came to: its counts, and in plain text each failure with its beginning. */
export type Outcome = { counts: Counts; failures: string[] };

/** Takes what a stage has to say. */
export type Say = (words: string) => void;

/** One part of the test run. It begins when the stages it comes after have ended, whatever became of them. */
export type Stage = {
  name: string;
  after: readonly string[];
  /** Without this stage's success there is nothing to test. */
  needs?: string;
  run: (say: Say) => Promise<Outcome>;
};

/** What became of a stage. */
export type Ended = { name: string; seconds: number } & Outcome;

/** The outcome of a stage without tests that held. */
export const NONE: Outcome = { counts: { passed: 0, failed: 0, skipped: 0 }, failures: [] };
/** How much of what a stage said is repeated when it failed as a whole. */
const LAST_LINES = 20;

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
  return {
    name,
    ...order,
    run: async (say) => {
      const { isHeld, last } = await holds(say, works);
      return isHeld ? NONE : failedAsAWhole(NONE, last);
    },
  };
}

/** A stage whose outcome is read from a file; one that fails without a failed test counts as one failure. */
export function suite(name: string, order: Order, works: Works, read: () => Promise<Outcome>): Stage {
  return {
    name,
    ...order,
    run: async (say) => {
      const { isHeld, last } = await holds(say, works);
      const outcome = await read().catch(() => NONE);
      return isHeld || outcome.counts.failed > 0 ? outcome : failedAsAWhole(outcome, last);
    },
  };
}

function failedAsAWhole({ counts, failures }: Outcome, last: string): Outcome {
  return { counts: { ...counts, failed: 1 }, failures: [...failures, last] };
}

/** Whether it works, and the last lines of what it said. */
async function holds(say: Say, works: Works): Promise<{ isHeld: boolean; last: string }> {
  const said: string[] = [];
  const sayAndKeep: Say = (words) => {
    said.push(words);
    say(words);
  };
  const isHeld = await works(sayAndKeep).catch((error: unknown) => {
    sayAndKeep(`${error instanceof Error ? error.message : error}\n`);
    return false;
  });
  return { isHeld, last: said.join("").trimEnd().split("\n").slice(-LAST_LINES).join("\n") };
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
  return { name, seconds: 0, ...NONE };
}

/** Runs one stage; what it says is held back until it ends when others run beside it. */
async function runStage({ name, run }: Stage, isBeside: boolean): Promise<Ended> {
  const said: string[] = [];
  const say: Say = isBeside ? (words) => said.push(words) : (words) => process.stdout.write(words);
  console.log(isBeside ? `== ${name} begins` : `== ${name}`);
  const started = Date.now();
  const outcome = await run(say);
  const seconds = (Date.now() - started) / 1000;
  if (isBeside) console.log(`\n== ${name}, ${seconds.toFixed(1)} s\n${said.join("").trimEnd()}\n`);
  return { name, seconds, ...outcome };
}
