import type { Highs } from "highs";
import { beforeAll, describe, expect, it } from "vitest";
import { minimiseUncovered } from "@/lib/coverage/planner/gaps/minimise-uncovered";
import { capacityRows } from "@/lib/coverage/planner/patterns/capacity-rows";
import { noCuts } from "@/lib/coverage/planner/patterns/fairness-cuts";
import { makePatternPricing } from "@/lib/coverage/planner/patterns/pattern-pricing";
import { independentBound } from "@/lib/coverage/planner/prices/independent-bound";
import { freePrices } from "@/lib/coverage/planner/prices/prices";
import { stepDualsUnder } from "@/lib/coverage/planner/prices/step-duals";
import { buildInstance } from "@/lib/coverage/planner/problem/instance";
import { convexInstance, type Proof, proveByPatterns } from "@/lib/coverage/planner/proof";
import { scoreCover } from "@/lib/coverage/planner/result/score";
import { boundSchedules, makeScheduleRelaxation } from "@/lib/coverage/planner/schedules/schedule-bound";
import { scheduleRows } from "@/lib/coverage/planner/schedules/schedule-rows";
import { loadSolver } from "@/lib/solver/programme";
import { randomStream } from "@/lib/solver/random";
import { makeStopping } from "@/lib/solver/stopping";
import { cases } from "@/tests/support/deep";
import { bruteForce } from "@/tests/support/planner-brute-force";
import { makeTinyProblem } from "@/tests/support/tiny-problems";

const stopping = makeStopping({ budget: {} });
const rounding = 1e-4;
let highs: Highs;

beforeAll(async () => {
  highs = (await loadSolver()) as Highs;
});

function layOut(seed: number) {
  const problem = makeTinyProblem(seed, { pins: seed % 3 === 0, prior: seed % 2 === 0 });
  const instance = buildInstance(problem);
  const stage = minimiseUncovered(instance, highs, stopping);
  return { instance, stage, truth: bruteForce(problem).quality };
}

describe("no bound exceeds the true optimum", () => {
  it("of an episode alone, or of patterns with capacity rows and fairness cuts", () => {
    for (let seed = 30_000; seed < 30_000 + cases({ ordinary: 60, deep: 400 }); seed++) {
      const { instance, stage, truth } = layOut(seed);
      const quality = scoreCover(instance, stage.cover).quality;
      const start = { cover: stage.cover, quality, bound: independentBound(instance) };
      const options = {
        spare: stage.spare,
        stopping,
        mostColumns: 5_000,
        iterations: 100,
        onBound: ({ bound }: Proof) => expect({ seed, isLow: bound <= truth }).toEqual({ seed, isLow: true }),
        search: (found: Proof) => found,
      };
      const { best: byPrices } = proveByPatterns(highs, instance, start, {
        ...options,
        next: "turns",
      });
      expect({ seed, isLow: byPrices.bound <= truth }).toEqual({ seed, isLow: true });
      const { best: proof } = proveByPatterns(highs, instance, start, { ...options, next: "programme" });
      expect({ seed, isLow: start.bound <= truth && proof.bound <= truth }).toEqual({ seed, isLow: true });
      expect(proof.quality).toBeGreaterThanOrEqual(truth);
      if (instance.firstSlope <= instance.secondSlope)
        expect({ seed, quality: proof.quality, bound: proof.bound }).toEqual({
          seed,
          quality: truth,
          bound: truth,
        });
    }
  });

  it("of whole schedules, under any worth and at any width", () => {
    for (let seed = 40_000; seed < 40_000 + cases({ ordinary: 60, deep: 400 }); seed++) {
      const { instance, stage, truth } = layOut(seed);
      const relaxation = makeScheduleRelaxation(instance, scheduleRows(instance, stage.spare), stage.spare);
      const next = randomStream(seed);
      const relaxed = convexInstance(instance);
      const rows = { capacity: capacityRows(relaxed), cuts: noCuts() };
      const prices = freePrices(relaxed, rows.capacity);
      prices.capacity.forEach((_, row) => {
        prices.capacity[row] = next() < 0.5 ? 0 : 3 * next();
      });
      prices.firstSlope.fill(next() / 2);
      prices.secondSlope.fill(next() / 2);
      const byPrices = stepDualsUnder(relaxed, rows, prices, makePatternPricing(relaxed));
      const duals = {
        steps: byPrices.steps.map((value) =>
          value === Number.POSITIVE_INFINITY ? 300 : value + 300 * (next() - 0.3),
        ),
        spare: stage.spare.map(() => 2 * next()),
      };
      const bounds = [1, 2, 3, 3000].map((width) => boundSchedules(relaxation, duals, 2, width).bound);
      bounds.push(boundSchedules(relaxation, byPrices, 2).bound);
      for (const bound of bounds) {
        expect({ seed, isLow: bound <= truth + rounding }).toEqual({ seed, isLow: true });
      }
    }
  });
});
