import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { plan } from "@/lib/coverage/planner/plan";
import { type PlanProblem, parseProblem } from "@/lib/coverage/planner/problem/problem";
import type { PlanMode } from "@/lib/coverage/planner/result/plan-result";
import { verify } from "@/lib/coverage/planner/result/verify";

const defaultMs = 10_000;
const usage = `usage: npm run plan -- problem.json [--mode optimise|repair] [--budget-ms ${defaultMs}] [--seed 1]
A plan proven optimal ends sooner; without --budget-ms it may take ${defaultMs / 1000} s.`;
const refused = 2;

type Order = { file: string; mode: PlanMode; ms: number; seed: number };

class Refusal extends Error {}

async function main() {
  const order = readOrder(process.argv.slice(2));
  const problem = readProblem(order.file);
  const result = await plan(problem, {
    seed: order.seed,
    budget: { ms: order.ms },
    mode: order.mode,
    now: () => performance.now(),
    onProgress: ({ plan: _, ...progress }) => process.stderr.write(`${JSON.stringify(progress)}\n`),
  });
  const verdict = verify(problem, result);
  if (!verdict.ok) throw new Error(`the plan failed its own check: ${JSON.stringify(verdict.details)}`);
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}

function readOrder(argv: string[]): Order {
  const { values, positionals } = parseFlags(argv);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Refusal(usage);
  const mode = values.mode ?? "optimise";
  if (mode !== "optimise" && mode !== "repair")
    throw new Refusal(`--mode: must be optimise or repair\n${usage}`);
  return {
    file,
    mode,
    ms: wholeNumber("--budget-ms", values["budget-ms"] ?? String(defaultMs)),
    seed: wholeNumber("--seed", values.seed ?? "1"),
  };
}

function parseFlags(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: { mode: { type: "string" }, "budget-ms": { type: "string" }, seed: { type: "string" } },
    });
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : "unknown flags"}\n${usage}`);
  }
}

function wholeNumber(flag: string, text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > 4294967295)
    throw new Refusal(`${flag}: must be a whole number, not "${text}"`);
  return value;
}

function readProblem(file: string): PlanProblem {
  const parsed = parseProblem(parseJson(file, readText(file)));
  if (parsed.ok) return parsed.value;
  throw new Refusal(`${file}: ${parsed.path || "the document"}: ${String(parsed.details?.message)}`);
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Refusal(`${file}: can't be read (${(error as NodeJS.ErrnoException).code ?? "unknown"})`);
  }
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(`${file}: is not valid JSON`);
  }
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${error instanceof Refusal ? "refused" : "failed"}: ${message}\n`);
  process.exitCode = error instanceof Refusal ? refused : 1;
});
