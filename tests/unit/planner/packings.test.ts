import { describe, expect, it } from "vitest";
import { plan } from "@/lib/coverage/planner/plan";
import { randomStream } from "@/lib/solver/random";
import { cases } from "@/tests/support/deep";
import { problemOfGap } from "@/tests/support/gap-instances";

const order = { seed: 1, budget: {}, mode: "optimise" } as const;

/** Executives anyone may serve, for people with one room each. */
function packing(residual: number, people: number, minutes: readonly number[], weight = (_: number) => 1) {
  const takes = Array.from({ length: people }, () => [...minutes]);
  const costs = takes.map((own) => own.map(() => 1));
  const problem = problemOfGap({ costs, takes, capacity: new Array<number>(people).fill(residual) });
  const episodes = problem.episodes.map((episode, index) => ({
    ...episode,
    minutes: [minutes[index] as number],
    weight: weight(index),
  }));
  return { ...problem, episodes };
}

describe("packings whose least uncovered weight is known by the way they are made", () => {
  it("fills every room to the last minute, and leaves open what comes on top", async () => {
    for (let seed = 1; seed <= cases({ ordinary: 4, deep: 12 }); seed++) {
      const next = randomStream(seed);
      const whole = [1, 2, 3, 4].flatMap(() => {
        const first = 40 + Math.floor(80 * next());
        const second = 20 + Math.floor(80 * next());
        return [first, second, 240 - first - second];
      });
      const over = [5 + Math.floor(10 * next())].slice(0, seed % 2);
      const result = await plan(packing(240, 4, [...whole, ...over]), order);
      const least = over[0] ?? 0;
      expect({ seed, ...result.lowerBound }).toMatchObject({ seed, uncoveredWeight: least });
      expect(result).toMatchObject({ status: "optimal", score: { uncoveredWeight: least } });
    }
  });

  it("leaves the lightest open where each person has room for one", async () => {
    for (const [people, executives] of [
      [3, 5],
      [6, 9],
      [12, 20],
    ] as const) {
      const minutes = Array.from({ length: executives }, (_, index) => 60 + ((7 * index) % executives));
      const result = await plan(
        packing(100, people, minutes, (index) => 1 + (index % 3)),
        order,
      );
      const weights = minutes.map((one, index) => one * (1 + (index % 3))).sort((a, b) => a - b);
      const least = weights.slice(0, executives - people).reduce((sum, one) => sum + one, 0);
      expect(result).toMatchObject({ status: "optimal", score: { uncoveredWeight: least } });
    }
  });
});
