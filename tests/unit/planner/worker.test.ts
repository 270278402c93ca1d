import { Worker } from "node:worker_threads";
import { afterEach, expect, it, vi } from "vitest";
import type { PlanProgress } from "@/lib/coverage/planner/result/plan-result";
import { verify } from "@/lib/coverage/planner/result/verify";
import { planInWorker } from "@/lib/coverage/worker/plan";
import { makePool } from "@/tests/support/planner-instances";

const problem = makePool({ assistants: 20, executives: 50, slots: 10, seed: 8 });
const order = { seed: 1, budget: { ms: 5_000 }, mode: "optimise" } as const;

afterEach(() => vi.restoreAllMocks());

it("plans, verifies and explains in a thread while this one stays free", async () => {
  let ticks = 0;
  const ticking = setInterval(() => ticks++, 5);
  const heard: PlanProgress[] = [];
  const report = await planInWorker(problem, order, { onProgress: (progress) => heard.push(progress) });
  clearInterval(ticking);
  expect(report).toMatchObject({ verdict: { ok: true }, isExplained: true });
  expect(report.assignments).toHaveLength(report.result.assignments.length);
  expect(report.uncovered).toHaveLength(report.result.uncovered.length);
  expect(ticks).toBeGreaterThan(5);
  const plans = heard.flatMap(({ plan }) => plan ?? []);
  expect(heard[0]).toMatchObject({ stage: "uncovered", plan: expect.anything() });
  for (const [place, plan] of plans.entries()) {
    expect(verify(problem, plan)).toMatchObject({ ok: true });
    expect(plan.score.uncoveredWeight).toBe(report.result.score.uncoveredWeight);
    expect(plan.score.quality).toBeLessThanOrEqual(plans[place - 1]?.score.quality ?? plan.score.quality);
  }
});

it("returns the best so secondSlope when the call is aborted", async () => {
  const { result, verdict } = await planInWorker(problem, order, { signal: AbortSignal.abort() });
  expect(result.status).toBe("cancelled");
  expect(verdict.ok).toBe(true);
});

it("plans by search alone when the thread dies", async () => {
  vi.spyOn(Worker.prototype, "postMessage").mockImplementation(function (this: Worker) {
    void this.terminate();
  });
  const { result, verdict } = await planInWorker(problem, { ...order, budget: { iterations: 200 } });
  expect(verdict.ok).toBe(true);
  expect(result).toMatchObject({ status: "heuristic", lowerBound: null });
  vi.restoreAllMocks();
  const again = await planInWorker(problem, order);
  expect(again.result.status).not.toBe("heuristic");
});
