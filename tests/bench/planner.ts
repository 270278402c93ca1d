import { monitorEventLoopDelay } from "node:perf_hooks";
import type { PlanProblem } from "@/lib/coverage/planner/problem/problem";
import type { PlanResult } from "@/lib/coverage/planner/result/plan-result";
import { verify } from "@/lib/coverage/planner/result/verify";
import { planInWorker } from "@/lib/coverage/worker/plan";
import { warmPlanner } from "@/lib/threads/threads";
import { planByHand } from "../support/planner-greedy";
import { makePool } from "../support/planner-instances";

// In minutes, where fairness weighs much and strangers take longer; and in hundredths of a half-day, as the prototype.
const minutes = { halfDay: 240, absence: 0.08, floaters: 0.05, takesLonger: true };
const hundredths = { halfDay: 100, absence: 0.12, floaters: 0.08 };
const sizes = [
  { assistants: 20, executives: 50, slots: 10, ms: 2_000, ...minutes },
  { assistants: 40, executives: 100, slots: 10, ms: 5_000, ...minutes },
  { assistants: 200, executives: 500, slots: 10, ms: 5_000, ...minutes },
  { assistants: 1_000, executives: 2_500, slots: 10, ms: 30_000, ...minutes },
  { assistants: 1_000, executives: 2_500, slots: 40, ms: 10_000, ...minutes },
  { assistants: 200, executives: 500, slots: 10, ms: 5_000, ...hundredths },
  { assistants: 1_000, executives: 2_500, slots: 10, ms: 10_000, ...hundredths },
  { assistants: 1_000, executives: 2_500, slots: 40, ms: 10_000, ...hundredths },
];
const seeds = [1];
const [first = 0, until = sizes.length] = process.argv.slice(2).map(Number);

warmPlanner();
// As in a server that has planned before: both threads up and their code compiled.
await Promise.all([7, 8].map((seed) => warm(seed)));
for (const size of sizes.slice(first, until)) {
  for (const seed of seeds) await measure(size, seed);
}
process.exit();

async function warm(seed: number) {
  const problem = makePool({ assistants: 20, executives: 50, slots: 10, absence: 0.08, seed });
  await planInWorker(problem, { seed: 1, budget: { ms: 1_500 }, mode: "optimise" });
}

async function measure(size: (typeof sizes)[number], seed: number) {
  const problem = makePool({ ...size, seed });
  const hand = planByHand(problem);
  const first = { covered: 0, plan: 0, bound: 0 };
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const cpu = process.cpuUsage();
  const start = performance.now();
  delay.enable();
  const { result, verdict } = await planInWorker(
    problem,
    { seed: 1, budget: { ms: size.ms }, mode: "optimise" },
    {
      onProgress: ({ stage }) => {
        const at = performance.now() - start;
        if (stage === "uncovered") first.covered ||= at;
        if (stage === "search") first.plan ||= at;
        if (stage === "bound") first.bound ||= at;
      },
    },
  );
  delay.disable();
  const wall = performance.now() - start;
  const spent = process.cpuUsage(cpu);
  const repaired = await measureRepair(problem, result);
  const cancelled = await measureCancel(problem, size.ms);
  console.log(
    JSON.stringify({
      size: `${size.assistants}/${size.executives}/${size.slots / 10} w`,
      halfDay: size.halfDay,
      seed,
      isVerified: verdict.ok,
      status: result.status,
      firstPlanMs: round(first.covered),
      planMs: round(first.plan),
      boundMs: round(first.bound),
      wallMs: round(wall),
      cpuMs: round((spent.user + spent.system) / 1000),
      gap: result.gap === null ? null : `${(100 * result.gap).toFixed(2)} %`,
      isLeastProven: result.lowerBound?.uncoveredWeight === result.score.uncoveredWeight,
      handUncovered: `${hand.uncoveredWeight} / ${result.score.uncoveredWeight}`,
      handQuality: `×${(hand.quality / Math.max(1, result.score.quality)).toFixed(2)}`,
      p99DelayMs: round(delay.percentile(99) / 1e6),
      memoryMb: round(process.memoryUsage().rss / 1e6),
      ...repaired,
      cancelMs: cancelled,
    }),
  );
}

/** Somebody who covers calls in sick: what stands is kept. */
async function measureRepair(problem: PlanProblem, result: PlanResult) {
  const fallen = result.assignments[0]?.assistantId;
  const assistants = problem.assistants.map((person) =>
    person.id === fallen ? { ...person, capacity: person.capacity.map(() => 0) } : person,
  );
  const prior = served(problem, result);
  const broken = { ...problem, assistants, prior };
  const report = await planInWorker(broken, { seed: 1, budget: { ms: 1_000 }, mode: "repair" });
  const after = new Map(
    served(broken, report.result).map((one) => [`${one.episodeId}@${one.slot}`, one.assistantId]),
  );
  const moved = prior.filter(
    (one) => one.assistantId !== fallen && after.get(`${one.episodeId}@${one.slot}`) !== one.assistantId,
  );
  return {
    repairMs: report.result.elapsedMs,
    repairStatus: report.result.status,
    repairGap: report.result.gap === null ? null : `${(100 * report.result.gap).toFixed(2)} %`,
    movedSlots: moved.length,
    isRepairVerified: report.verdict.ok,
  };
}

async function measureCancel(problem: PlanProblem, ms: number): Promise<number> {
  let worst = 0;
  for (const part of [0.05, 0.4]) {
    const controller = new AbortController();
    let aborted = 0;
    const timer = setTimeout(() => {
      aborted = performance.now();
      controller.abort();
    }, part * ms);
    const { result, verdict } = await planInWorker(
      problem,
      { seed: 1, budget: { ms }, mode: "optimise" },
      { signal: controller.signal },
    );
    clearTimeout(timer);
    if (!verify(problem, result).ok || !verdict.ok) throw new Error("a cancelled plan fails its check");
    if (aborted > 0) worst = Math.max(worst, performance.now() - aborted);
  }
  return round(worst);
}

function served(problem: PlanProblem, result: PlanResult): PlanProblem["prior"] {
  const episodes = new Map(problem.episodes.map((episode) => [episode.id, episode]));
  return result.assignments.flatMap(({ episodeId, from, to, assistantId }) => {
    const episode = episodes.get(episodeId);
    return Array.from({ length: to - from }, (_, offset) => from + offset)
      .filter((slot) => episode?.minutes[slot - episode.from])
      .map((slot) => ({ episodeId, slot, assistantId }));
  });
}

function round(value: number): number {
  return Math.round(value);
}
