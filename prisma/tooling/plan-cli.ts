import { plan } from "@/lib/coverage/planner/plan";
import { type PlanProblem, parseProblem } from "@/lib/coverage/planner/problem/problem";
import { verify } from "@/lib/coverage/planner/result/verify";
import { Refusal, readCommand, readJson, runCommand, wholeNumber } from "./problem-cli";

const defaultMs = 10_000;
const usage = `usage: npm run plan -- problem.json [--mode optimise|repair] [--budget-ms ${defaultMs}] [--seed 1]
A plan proven optimal ends sooner; without --budget-ms it may take ${defaultMs / 1000} s.`;

runCommand(async () => {
  const { file, flags } = readCommand(usage, ["mode", "budget-ms", "seed"]);
  const mode = flags.mode ?? "optimise";
  if (mode !== "optimise" && mode !== "repair")
    throw new Refusal(`--mode: must be optimise or repair\n${usage}`);
  const ms = wholeNumber("--budget-ms", flags["budget-ms"] ?? String(defaultMs));
  const seed = wholeNumber("--seed", flags.seed ?? "1");
  const problem = readProblem(file);
  const result = await plan(problem, {
    seed,
    budget: { ms },
    mode,
    now: () => performance.now(),
    onProgress: ({ plan: _, ...progress }) => process.stderr.write(`${JSON.stringify(progress)}\n`),
  });
  const verdict = verify(problem, result);
  if (!verdict.ok) throw new Error(`the plan failed its own check: ${JSON.stringify(verdict.details)}`);
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
});

function readProblem(file: string): PlanProblem {
  const parsed = parseProblem(readJson(file));
  if (parsed.ok) return parsed.value;
  throw new Refusal(`${file}: ${parsed.path || "the document"}: ${String(parsed.details?.message)}`);
}
