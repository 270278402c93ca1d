import { describe, expect, it } from "vitest";
import type { RebalanceProblem } from "@/lib/matching/rebalance/problem";
import { rebalance } from "@/lib/matching/rebalance/solve";
import { verifyRebalance } from "@/lib/matching/rebalance/verify";
import { cases } from "@/tests/support/deep";
import { bruteForceRebalance } from "@/tests/support/rebalance-brute-force";
import { makePoolToRebalance, makeTinyPool } from "@/tests/support/rebalance-instances";

const solve = (problem: RebalanceProblem, pairsAtOnce?: number) =>
  rebalance(problem, { budget: {}, ...(pairsAtOnce !== undefined && { pairsAtOnce }) });
const BATCH = 50;

describe("rebalancing tiny pools", () => {
  const count = cases({ ordinary: 150, deep: 4_000 });
  it.each(Array.from({ length: count / BATCH }, (_, i) => i))(
    "finds what trying everything finds, at every point of the curve: batch %i",
    async (batch) => {
      for (let seed = batch * BATCH; seed < (batch + 1) * BATCH; seed++) {
        const problem = makeTinyPool(seed);
        // Every other as a pool too large for one programme, whose pairs are met as their prices ask for them.
        const result = await solve(problem, seed % 2 === 0 ? undefined : 0);
        expect(verifyRebalance(problem, result), `seed ${seed}`).toMatchObject({ ok: true });
        const truth = (changes: number) => {
          const best = bruteForceRebalance(problem, changes);
          // Somebody must be at every desk that somebody can take: too few changes for that are refused.
          return best && best.unassigned === unavoidable(problem) ? best : null;
        };
        const curve = Array.from({ length: problem.mostChanges + 1 }, (_, changes) => {
          const best = truth(changes);
          return best && { changes, overload: best.overload, value: best.value, used: best.used };
        }).filter((point) => point !== null);
        expect(
          result.curve.map(({ changes, overload, value, used }) => ({ changes, overload, value, used })),
          `seed ${seed}`,
        ).toEqual(curve);
        expect(result.status, `seed ${seed}`).toBe(curve.length === 0 ? "impossible" : "optimal");
      }
    },
  );
});

function unavoidable({ desks, fit, barred }: RebalanceProblem): number {
  const isBarred = (a: string, d: string) => barred.some((one) => one.assistantId === a && one.deskId === d);
  return desks.filter(
    ({ id }) => !fit.some(({ assistantId, deskId }) => deskId === id && !isBarred(assistantId, id)),
  ).length;
}

describe("rebalancing a pool", () => {
  it("finds two moves together that are no good alone, and says what each number of changes gains", async () => {
    const pair = (assistantId: string, deskId: string, points: number) => ({ assistantId, deskId, points });
    const desk = (id: string, present: string) => ({ id, load: 100, weight: 1, present });
    const problem: RebalanceProblem = {
      assistants: ["a", "b", "c"].map((id) => ({ id, capacity: 100 })),
      desks: [desk("x", "a"), desk("y", "b"), desk("z", "c")],
      fit: [
        ...[pair("a", "x", 50), pair("b", "x", 90), pair("c", "x", 60)],
        ...[pair("b", "y", 50), pair("a", "y", 90), pair("c", "z", 50), pair("a", "z", 70)],
      ],
      ...{ fixed: [], barred: [], mostChanges: 3 },
    };
    const result = await solve(problem);
    expect(result.curve.map(({ value }) => value)).toEqual([150, 150, 230, 230]);
    expect(result).toMatchObject({ status: "optimal", overload: 0, certificate: { isProven: true, gap: 0 } });
    expect(result.moves).toEqual([
      { deskId: "x", from: "a", to: "b" },
      { deskId: "y", from: "b", to: "a" },
    ]);
  });

  it("answers alike in whatever order a document names its people, and gives the same answer twice", async () => {
    const problem = makePoolToRebalance({ assistants: 6, desks: 12, mostChanges: 3, seed: 3 });
    const turned = {
      ...problem,
      assistants: problem.assistants.toReversed(),
      fit: problem.fit.toReversed(),
    };
    const [once, twice, other] = [await solve(problem), await solve(problem), await solve(turned)];
    expect(twice).toEqual(once);
    expect(other.curve).toEqual(once.curve);
  });

  it("bounds what it has no time for, and is never worse than today", async () => {
    const problem = makePoolToRebalance({ assistants: 12, desks: 25, mostChanges: 2, seed: 1 });
    const result = await rebalance(problem, { budget: {}, solver: "none" });
    expect(verifyRebalance(problem, result)).toMatchObject({ ok: true });
    expect(result.status).toBe("bounded");
    const solved = await solve(problem);
    expect(solved.status).toBe("optimal");
    expect(solved.overload).toBeLessThanOrEqual(result.overload);
    expect(result.bound.value).toBeGreaterThanOrEqual(solved.value);
  });

  it("is refused by its check where a sum, a pair or a fixed desk is not as it says", async () => {
    const problem = makePoolToRebalance({ assistants: 5, desks: 9, mostChanges: 3, seed: 2 });
    const result = await solve(problem);
    const [move] = result.moves;
    expect(verifyRebalance(problem, { ...result, value: result.value + 1 })).toMatchObject({ ok: false });
    expect(verifyRebalance({ ...problem, fixed: [move?.deskId ?? ""] }, result)).toMatchObject({ ok: false });
    const barred = [{ assistantId: move?.to ?? "", deskId: move?.deskId ?? "" }];
    expect(verifyRebalance({ ...problem, barred }, result)).toMatchObject({ ok: false });
    expect(verifyRebalance({ ...problem, mostChanges: 0 }, result)).toMatchObject({ ok: false });
  });
});
