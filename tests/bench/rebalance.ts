import { monitorEventLoopDelay } from "node:perf_hooks";
import { verifyRebalance } from "@/lib/matching/rebalance/verify";
import { rebalanceInWorker } from "@/lib/matching/worker/rebalance";
import { warmPlanner } from "@/lib/threads/threads";
import { makePoolToRebalance } from "../support/rebalance-instances";

const sizes = [
  { assistants: 40, desks: 100, mostChanges: 10, ms: 20_000 },
  { assistants: 200, desks: 500, mostChanges: 10, ms: 20_000 },
  { assistants: 1_000, desks: 2_500, mostChanges: 10, ms: 60_000 },
];
const [seed = 1, first = 0, until = sizes.length] = process.argv.slice(2).map(Number);

warmPlanner();
const tiny = makePoolToRebalance({ assistants: 3, desks: 5, mostChanges: 1, seed });
await rebalanceInWorker(tiny, { budget: { ms: 5_000 } });
for (const { ms, ...size } of sizes.slice(first, until)) {
  const problem = makePoolToRebalance({ ...size, seed });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const start = performance.now();
  delay.enable();
  const result = await rebalanceInWorker(problem, { budget: { ms } });
  delay.disable();
  console.log(
    JSON.stringify({
      size: `${size.assistants} / ${size.desks}, ${size.mostChanges} changes`,
      seed,
      isVerified: verifyRebalance(problem, result).ok,
      status: result.status,
      provenPoints: `${result.curve.filter(({ isProven }) => isProven).length} of ${result.curve.length}`,
      gap: `${(100 * result.certificate.gap).toFixed(2)} %`,
      overload: `${result.overload}, at least ${result.bound.overload}`,
      wallMs: Math.round(performance.now() - start),
      p99DelayMs: Math.round(delay.percentile(99) / 1e6),
    }),
  );
}
process.exit();
