import { describe, expect, it } from "vitest";
import { capacityRows } from "@/lib/coverage/planner/patterns/capacity-rows";
import { addCut, noCuts } from "@/lib/coverage/planner/patterns/fairness-cuts";
import { priceSteps, projectSubgradient, stepPrices } from "@/lib/coverage/planner/prices/price-steps";
import { freePrices } from "@/lib/coverage/planner/prices/prices";
import { buildInstance } from "@/lib/coverage/planner/problem/instance";
import { randomStream } from "@/lib/solver/random";
import { makeTinyProblem } from "@/tests/support/tiny-problems";

function layOut(seed: number) {
  const instance = buildInstance(makeTinyProblem(seed));
  const cuts = noCuts();
  for (const divisor of [20, 35]) addCut(cuts, { person: 0, slope: 2, divisor, whole: 1, part: 0.5 });
  const rows = { capacity: capacityRows(instance), cuts };
  const next = randomStream(seed);
  const steps = priceSteps(instance, rows);
  const prices = freePrices(instance, rows.capacity, cuts);
  const over = prices.all.map(() => 200 * (next() - 0.5));
  const moved = freePrices(instance, rows.capacity, cuts);
  stepPrices(
    steps,
    prices,
    prices,
    prices.all.map(() => 400 * (next() - 0.3)),
    1,
  );
  return { steps, prices, over, moved };
}

function whole(prices: Float64Array, group: Int32Array): number {
  return group.reduce((sum, row) => sum + (prices[row] ?? 0), 0);
}

describe("prices move where they may", () => {
  it("never below 0, and an assistant's fairness prices never above 1 together", () => {
    for (let seed = 1; seed <= 300; seed++) {
      const { steps, prices, over, moved } = layOut(seed);
      for (const length of [0.01, 1, 100]) {
        stepPrices(steps, moved, prices, over, length);
        expect(Math.min(...moved.all)).toBeGreaterThanOrEqual(0);
        for (const group of steps.groups) expect(whole(moved.all, group)).toBeLessThanOrEqual(1 + 1e-9);
      }
    }
  });

  it("along a direction that is the rate of a small step", () => {
    const tiny = 1e-7;
    for (let seed = 1; seed <= 300; seed++) {
      const { steps, prices, over, moved } = layOut(seed);
      const open = new Float64Array(over.length);
      projectSubgradient(steps, prices.all, over, open);
      stepPrices(steps, moved, prices, over, tiny);
      for (const [row, rate] of open.entries()) {
        const price = prices.all[row] ?? 0;
        if (price > 0 && price < 1e-3) continue;
        const went = ((moved.all[row] ?? 0) - price) / (tiny * (steps.rowScale[row] ?? 1));
        const isRate = Math.abs(went - rate) < 0.1;
        expect({ seed, row, isRate }).toEqual({ seed, row, isRate: true });
      }
    }
  });
});
