import { parseRebalanceProblem, type RebalanceProblem } from "@/lib/matching/rebalance/problem";
import { rebalance } from "@/lib/matching/rebalance/solve";
import { verifyRebalance } from "@/lib/matching/rebalance/verify";
import { Refusal, readCommand, readJson, runCommand, wholeNumber } from "./problem-cli";

const defaultMs = 20_000;
const usage = `usage: npm run rebalance -- problem.json [--budget-ms ${defaultMs}]
An answer proven best ends sooner; without --budget-ms it may take ${defaultMs / 1000} s.`;

runCommand(async () => {
  const { file, flags } = readCommand(usage, ["budget-ms"]);
  const ms = wholeNumber("--budget-ms", flags["budget-ms"] ?? String(defaultMs));
  const problem = readProblem(file);
  const result = await rebalance(problem, {
    budget: { ms },
    now: () => performance.now(),
    onPoint: ({ moves: _, ...point }) => process.stderr.write(`${JSON.stringify(point)}\n`),
  });
  const verdict = verifyRebalance(problem, result);
  if (!verdict.ok) throw new Error(`the answer failed its own check: ${JSON.stringify(verdict.details)}`);
  if (result.status === "impossible")
    throw new Refusal(`${file}: mostChanges: ${result.leastChanges} changes are needed`);
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
});

function readProblem(file: string): RebalanceProblem {
  const parsed = parseRebalanceProblem(readJson(file));
  if (parsed.ok) return parsed.value;
  throw new Refusal(`${file}: ${parsed.path || "the document"}: ${String(parsed.details?.message)}`);
}
