import { parseRosterProblem, type RosterProblem } from "@/lib/schedules/roster/problem/problem";
import { verifyRoster } from "@/lib/schedules/roster/result/verify";
import { fillRoster } from "@/lib/schedules/roster/solve";
import { Refusal, readCommand, readJson, runCommand, wholeNumber } from "./problem-cli";

const defaultMs = 60_000;
const usage = `usage: npm run roster -- problem.json [--budget-ms ${defaultMs}] [--seed 1]
A roster proven optimal ends sooner; without --budget-ms it may take ${defaultMs / 1000} s.`;

runCommand(async () => {
  const { file, flags } = readCommand(usage, ["budget-ms", "seed"]);
  const ms = wholeNumber("--budget-ms", flags["budget-ms"] ?? String(defaultMs));
  const seed = wholeNumber("--seed", flags.seed ?? "1");
  const problem = readProblem(file);
  const result = await fillRoster(problem, {
    seed,
    budget: { ms },
    now: () => performance.now(),
    onProgress: ({ best: _, ...progress }) => process.stderr.write(`${JSON.stringify(progress)}\n`),
  });
  const verdict = verifyRoster(problem, result);
  if (!verdict.ok) throw new Error(`the roster failed its own check: ${JSON.stringify(verdict.details)}`);
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
});

function readProblem(file: string): RosterProblem {
  const parsed = parseRosterProblem(readJson(file));
  if (parsed.ok) return parsed.value;
  throw new Refusal(`${file}: ${parsed.path || "the document"}: ${String(parsed.details?.message)}`);
}
