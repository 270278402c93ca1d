import { type CohortProblem, parseCohortProblem } from "@/lib/training/cohort/problem";
import { faultsOfSplit } from "@/lib/training/cohort/result";
import { findSplits } from "@/lib/training/cohort/solve";
import { Refusal, readCommand, readJson, runCommand, wholeNumber } from "./problem-cli";

const defaultMs = 15_000;
const usage = `usage: npm run cohort -- problem.json [--budget-ms ${defaultMs}]
Splits that are proven best end sooner; without --budget-ms they may take ${defaultMs / 1000} s.`;

runCommand(async () => {
  const { file, flags } = readCommand(usage, ["budget-ms"]);
  const ms = wholeNumber("--budget-ms", flags["budget-ms"] ?? String(defaultMs));
  const problem = readProblem(file);
  const result = await findSplits(problem, { budget: { ms }, now: () => performance.now() });
  for (const split of result.splits) {
    const faults = faultsOfSplit(problem, split);
    if (faults.length > 0) throw new Error(`the split failed its own check: ${faults.join(", ")}`);
  }
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
});

function readProblem(file: string): CohortProblem {
  const parsed = parseCohortProblem(readJson(file));
  if (parsed.ok) return parsed.value;
  throw new Refusal(`${file}: ${parsed.path || "the document"}: ${String(parsed.details?.message)}`);
}
