import { describe, expect, it } from "vitest";
import { plan } from "@/lib/coverage/planner/plan";
import { verify } from "@/lib/coverage/planner/result/verify";
import { cases } from "@/tests/support/deep";
import { bruteForce } from "@/tests/support/planner-brute-force";
import { makePool } from "@/tests/support/planner-instances";
import { makeTinyProblem } from "@/tests/support/tiny-problems";

const order = { seed: 1, budget: {}, mode: "optimise" } as const;

async function expectTruth(from: number, deep: number, shape: { pins?: boolean; prior?: boolean }) {
  const count = cases({ ordinary: 100, deep });
  for (let seed = from; seed < from + count; seed++) {
    const problem = makeTinyProblem(seed, shape);
    const truth = bruteForce(problem);
    const result = await plan(problem, order);
    const { uncoveredWeight, quality } = result.score;
    const said = {
      seed,
      verdict: verify(problem, result).ok,
      status: result.status,
      uncoveredWeight,
      quality,
    };
    expect(said).toEqual({ seed, verdict: true, status: "optimal", ...truth });
  }
}

describe("against trying everything", () => {
  it("finds the optimum of free problems", () => expectTruth(1, 600, {}));
  it("finds the optimum with pins", () => expectTruth(10_000, 400, { pins: true }));
  it("finds the optimum with pins and a prior plan", () =>
    expectTruth(20_000, 500, { pins: true, prior: true }));
});

describe("a small pool", () => {
  it.each([1, 2, 3])(
    "of 20 assistants and 50 executives is solved to proven optimality (seed %i)",
    async (seed) => {
      const problem = makePool({ assistants: 20, executives: 50, slots: 10, seed });
      const result = await plan(problem, order);
      expect(verify(problem, result).ok).toBe(true);
      expect(result).toMatchObject({ status: "optimal", gap: 0 });
      expect(result.lowerBound?.quality).toBe(result.score.quality);
    },
  );
});
