import { readFile } from "node:fs/promises";
import { ending, scriptOf, startProgram } from "../prisma/tooling/programs";

/** How many tests of a stage ended how. */
export type Counts = { passed: number; failed: number; skipped: number };

/** One part of the test run. */
export type Stage = { name: string; run: () => Promise<Counts> };

const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };
const FAILED: Counts = { ...NONE, failed: 1 };

/** Runs a program of an npm package and shows what it says; true when it succeeded. */
export async function runTool(
  packageName: string,
  args: string[],
  env: Record<string, string> = {},
  command = packageName,
): Promise<boolean> {
  const child = startProgram([scriptOf(packageName, command), ...args], {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
  });
  return (await ending(child)).code === 0;
}

/** A stage that either holds or fails as a whole. */
export function check(name: string, works: () => Promise<boolean>): Stage {
  return {
    name,
    run: async () => {
      try {
        return (await works()) ? NONE : FAILED;
      } catch (error) {
        console.error(error instanceof Error ? error.message : error);
        return FAILED;
      }
    },
  };
}

/** A stage that counts its tests in a file; one that fails without a failed test counts as one failure. */
export function suite(name: string, works: () => Promise<boolean>, count: () => Promise<Counts>): Stage {
  return {
    name,
    run: async () => {
      const succeeded = (await check(name, works).run()).failed === 0;
      const counts = await count().catch(() => NONE);
      return succeeded || counts.failed > 0 ? counts : { ...counts, failed: 1 };
    },
  };
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
