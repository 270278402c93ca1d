import { describe, expect, it } from "vitest";
import type { PlanResult } from "@/lib/coverage/planner/result/plan-result";
import {
  firstAsking,
  isSamePlan,
  isWorthARun,
  isWorthShowing,
  joinResults,
  progressOf,
} from "@/lib/coverage/plans/rules-run";

type Figures = { open?: number; quality: number; bound?: number | null; openBound?: number };

function makeResult({ open = 0, quality, bound = null, openBound = 0 }: Figures): PlanResult {
  const lowerBound = bound === null ? null : { uncoveredWeight: openBound, quality: bound };
  return {
    status: lowerBound ? "bounded" : "heuristic",
    assignments: [],
    uncovered: [],
    score: { uncoveredWeight: open, misfit: quality, pieces: 0, fairness: 0, change: 0, quality },
    lowerBound,
    gap: lowerBound ? (quality - lowerBound.quality) / quality : null,
    inputHash: "",
    solverVersion: "",
    elapsedMs: 1,
  };
}

describe("two answers to one problem", () => {
  it("make the better plan with the better proof, whichever had it", () => {
    const known = makeResult({ quality: 100, bound: 60 });
    const found = makeResult({ quality: 120, bound: 80 });
    const joined = joinResults(known, found);
    expect(joined.score.quality).toBe(100);
    expect(joined).toMatchObject({ status: "bounded", gap: 0.2, lowerBound: { quality: 80 } });
    expect(joinResults(found, known)).toMatchObject({ gap: 0.2, score: { quality: 100 } });
  });

  it("are optimal when plan and proof meet", () => {
    const joined = joinResults(makeResult({ quality: 100 }), makeResult({ quality: 130, bound: 100 }));
    expect(joined).toMatchObject({ status: "optimal", gap: 0, score: { quality: 100 } });
  });

  it("put fewer gaps before any quality", () => {
    const few = makeResult({ open: 10, quality: 900 });
    const many = makeResult({ open: 20, quality: 1, bound: 1, openBound: 10 });
    expect(joinResults(many, few).score).toEqual(few.score);
    expect(joinResults(few, many).score).toEqual(few.score);
  });

  it("promise nothing where more is left open than is proven needful", () => {
    const joined = joinResults(
      makeResult({ open: 10, quality: 5 }),
      makeResult({ open: 30, quality: 1, bound: 1, openBound: 4 }),
    );
    expect(joined).toMatchObject({ status: "heuristic", lowerBound: null, gap: null });
  });
});

describe("a plan that comes on the way", () => {
  it("is shown for fewer gaps or a twentieth less cost, not for a little", () => {
    const shown = makeResult({ open: 10, quality: 100 });
    expect(isWorthShowing(makeResult({ open: 9, quality: 500 }), shown)).toBe(true);
    expect(isWorthShowing(makeResult({ open: 11, quality: 1 }), shown)).toBe(false);
    expect(isWorthShowing(makeResult({ open: 10, quality: 94 }), shown)).toBe(true);
    expect(isWorthShowing(makeResult({ open: 10, quality: 96 }), shown)).toBe(false);
  });
});

describe("a plan that is found again", () => {
  const one = { episodeId: "x", from: 0, to: 4, assistantId: "ana" };
  const plan = (...assignments: (typeof one)[]) => ({ ...makeResult({ quality: 1 }), assignments });

  it("is the same when everybody has the same half-days, whatever is proven", () => {
    expect(isSamePlan(plan(one), { ...plan({ ...one }), gap: 0, status: "optimal" })).toBe(true);
  });

  it.each([
    ["somebody else", [{ ...one, assistantId: "ben" }]],
    ["a half-day less", [{ ...one, to: 3 }]],
    ["another beginning", [{ ...one, from: 1 }]],
    ["another executive", [{ ...one, episodeId: "y" }]],
    ["one more", [one, { ...one, episodeId: "y" }]],
    ["none", []],
  ])("is another with %s", (_, assignments) => {
    expect(isSamePlan(plan(one), plan(...assignments))).toBe(false);
  });
});

describe("the plan that is on the board at once", () => {
  const ofSize = (size: number) =>
    firstAsking({ episodes: Array(size).fill({}) } as unknown as Parameters<typeof firstAsking>[0]);

  it("is proven and explained where that is quick, else searched for a moment", () => {
    expect(ofSize(60)).toEqual({ ms: 400, momentMs: null });
    expect(ofSize(61)).toMatchObject({ momentMs: 150 });
    expect(ofSize(1_400)).toMatchObject({ momentMs: 700 });
  });
});

describe("the progress of a run", () => {
  const news = { stage: "bound" as const, uncoveredWeight: 0 };

  it("is the gap between the best plan and the best bound known", () => {
    const known = makeResult({ quality: 100, bound: 50 });
    expect(progressOf(known, { ...news, quality: 80, bound: 60 })).toEqual({ stage: "bound", gap: 0.25 });
    expect(progressOf(known, { ...news, quality: 200, bound: 10 })).toEqual({ stage: "bound", gap: 0.5 });
  });

  it("has no gap before anything is proven", () => {
    expect(progressOf(makeResult({ quality: 9 }), { ...news, quality: null, bound: null }).gap).toBeNull();
  });
});

describe("a run", () => {
  it("is worth it until a plan is proven, but not for a small repair that leaves the fewest gaps", () => {
    const small = { episodes: [] } as unknown as Parameters<typeof isWorthARun>[0];
    const large = { episodes: Array(61).fill({}) } as unknown as typeof small;
    const bounded = makeResult({ quality: 100, bound: 60 });
    expect(isWorthARun(small, { ...bounded, status: "optimal" }, "optimise")).toBe(false);
    expect(isWorthARun(small, bounded, "optimise")).toBe(true);
    expect(isWorthARun(small, bounded, "repair")).toBe(false);
    expect(isWorthARun(large, bounded, "repair")).toBe(true);
    expect(isWorthARun(small, makeResult({ quality: 100 }), "repair")).toBe(true);
  });
});
