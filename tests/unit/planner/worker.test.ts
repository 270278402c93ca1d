import { expect, it } from "vitest";
import { planInWorker } from "@/lib/coverage/planner-worker";
import { makePool } from "@/tests/support/planner-instances";

const problem = makePool({ assistants: 20, executives: 50, slots: 10, seed: 8 });

it("plans, verifies and explains in a thread while this one stays free", async () => {
  let ticks = 0;
  const ticking = setInterval(() => ticks++, 5);
  const stages: string[] = [];
  const order = { seed: 1, budget: {}, mode: "optimise" } as const;
  const report = await planInWorker(problem, order, { onProgress: ({ stage }) => stages.push(stage) });
  clearInterval(ticking);
  expect(report).toMatchObject({ verdict: { ok: true }, isExplained: true });
  expect(report.assignments).toHaveLength(report.result.assignments.length);
  expect(report.uncovered).toHaveLength(report.result.uncovered.length);
  expect(stages).toContain("uncovered");
  expect(ticks).toBeGreaterThan(5);
});

it("returns the best so far when the call is aborted", async () => {
  const order = { seed: 1, budget: {}, mode: "optimise" } as const;
  const { result, verdict } = await planInWorker(problem, order, { signal: AbortSignal.abort() });
  expect(result.status).toBe("cancelled");
  expect(verdict.ok).toBe(true);
});
