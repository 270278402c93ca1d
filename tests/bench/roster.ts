import { monitorEventLoopDelay } from "node:perf_hooks";
import { parseRosterProblem, type RosterProblem } from "@/lib/schedules/roster/problem/problem";
import { verifyRoster } from "@/lib/schedules/roster/result/verify";
import { fillInWorker } from "@/lib/schedules/worker/fill";
import { warmPlanner } from "@/lib/threads/threads";
import { rosterByHand } from "../support/roster-greedy";
import { makeOfficeRoster } from "../support/roster-instances";

const sizes = [
  { people: 20, weeks: 2 },
  { people: 40, weeks: 2 },
  { people: 60, weeks: 1 },
  { people: 60, weeks: 4 },
  { people: 120, weeks: 4 },
];
const BUDGET_MS = 60_000;
const [seed = 1, first = 0, until = sizes.length] = process.argv.slice(2).map(Number);

warmPlanner();
await fillInWorker(problemOf({ people: 6, weeks: 1 }), { seed: 1, budget: { ms: 5_000 } });
for (const size of sizes.slice(first, until)) await measure(size);
process.exit();

async function measure(size: (typeof sizes)[number]) {
  const problem = problemOf(size);
  const hand = rosterByHand(problem);
  const at = { first: 0, unmet: 0 };
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const start = performance.now();
  delay.enable();
  const result = await fillInWorker(
    problem,
    { seed: 1, budget: { ms: BUDGET_MS } },
    {
      onProgress: ({ stage }) => {
        if (stage === "first") at.first ||= performance.now() - start;
        if (stage === "unmet") at.unmet ||= performance.now() - start;
      },
    },
  );
  delay.disable();
  console.log(
    JSON.stringify({
      size: `${size.people} × ${size.weeks} w`,
      seed,
      isVerified: verifyRoster(problem, result).ok,
      status: result.status,
      firstMs: Math.round(at.first),
      leastUnmetMs: Math.round(at.unmet),
      wallMs: Math.round(performance.now() - start),
      gap: result.gap === null ? null : `${(100 * result.gap).toFixed(2)} %`,
      handUnmet: `${hand.unmet} / ${result.score.unmet}`,
      handCost: `×${(hand.cost / Math.max(1, result.score.cost)).toFixed(2)}`,
      p99DelayMs: Math.round(delay.percentile(99) / 1e6),
      stopMs: await measureStop(problem),
    }),
  );
}

async function measureStop(problem: RosterProblem): Promise<number> {
  let worst = 0;
  for (const after of [50, 1_500]) {
    const controller = new AbortController();
    let aborted = 0;
    const timer = setTimeout(() => {
      aborted = performance.now();
      controller.abort();
    }, after);
    const order = { seed: 1, budget: { ms: BUDGET_MS } };
    const result = await fillInWorker(problem, order, { signal: controller.signal });
    clearTimeout(timer);
    if (!verifyRoster(problem, result).ok) throw new Error("a stopped roster fails its check");
    if (aborted > 0) worst = Math.max(worst, performance.now() - aborted);
  }
  return Math.round(worst);
}

function problemOf(size: { people: number; weeks: number }): RosterProblem {
  const parsed = parseRosterProblem(makeOfficeRoster({ ...size, seed }));
  if (!parsed.ok) throw new Error(`${parsed.path}: ${String(parsed.details?.message)}`);
  return parsed.value;
}
