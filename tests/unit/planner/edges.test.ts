import { describe, expect, it } from "vitest";
import { explainAssignment } from "@/lib/coverage/planner/explain/explain";
import { explainUncovered } from "@/lib/coverage/planner/explain/explain-uncovered";
import { plan } from "@/lib/coverage/planner/plan";
import type { PlanProblem } from "@/lib/coverage/planner/problem/problem";
import { verify } from "@/lib/coverage/planner/result/verify";

const optimise = (problem: PlanProblem) => plan(problem, { seed: 1, budget: {}, mode: "optimise" });
const weights = { piece: 150, change: 40, fairness: [2, 6] as [number, number] };

function problemOf(
  capacity: Record<string, number[]>,
  episodes: { id: string; minutes: number[]; weight?: number; misfit: Record<string, number> }[],
): PlanProblem {
  return {
    slots: Object.values(capacity)[0]?.length ?? 1,
    assistants: Object.entries(capacity).map(([id, minutes]) => ({ id, capacity: minutes, expected: 1000 })),
    episodes: episodes.map(({ id, minutes, weight, misfit }) => ({
      id,
      executiveId: `of ${id}`,
      absenceId: "b",
      from: 0,
      to: minutes.length,
      minutes,
      weight: weight ?? 1,
      candidates: Object.entries(misfit).map(([assistantId, cost]) => ({ assistantId, misfit: cost })),
    })),
    pinned: [],
    prior: [],
    weights,
  };
}

describe("edges of capacity", () => {
  it("fits exactly", async () => {
    const result = await optimise(problemOf({ a: [60] }, [{ id: "x", minutes: [60], misfit: { a: 1 } }]));
    expect(result).toMatchObject({ status: "optimal", uncovered: [], score: { quality: 151 } });
  });

  it("leaves one minute over uncovered, and says why", async () => {
    const result = await optimise(
      problemOf({ a: [59] }, [{ id: "x", minutes: [60], weight: 3, misfit: { a: 1 } }]),
    );
    expect(result.assignments).toEqual([]);
    expect(result.uncovered).toEqual([
      { episodeId: "x", slot: 0, minutes: 60, reasons: ["none_with_enough_time"] },
    ]);
    expect(result.score.uncoveredWeight).toBe(180);
  });

  it("knows an episode without candidates from one whose candidates are away or taken", async () => {
    const problem = problemOf({ a: [60], b: [0] }, [
      { id: "none", minutes: [10], misfit: {} },
      { id: "away", minutes: [10], misfit: { b: 1 } },
      { id: "first", minutes: [60], weight: 2, misfit: { a: 1 } },
      { id: "taken", minutes: [10], misfit: { a: 1 } },
    ]);
    const { uncovered } = await optimise(problem);
    expect(Object.fromEntries(uncovered.map((one) => [one.episodeId, one.reasons]))).toEqual({
      none: ["no_candidates"],
      away: ["none_at_work"],
      taken: ["time_held_by_others"],
    });
  });

  it("plans nothing for nobody", async () => {
    const empty = { ...problemOf({}, []), slots: 0 };
    expect(await optimise(empty)).toMatchObject({ status: "optimal", assignments: [], gap: 0 });
  });
});

describe("the order of the two aims", () => {
  it("pays any misfit and any number of pieces for one more minute covered", async () => {
    const problem = problemOf({ a: [60, 60], b: [60, 0] }, [
      { id: "x", minutes: [60, 60], misfit: { a: 0, b: 1000 } },
      { id: "y", minutes: [1, 0], misfit: { a: 0 } },
    ]);
    const result = await optimise(problem);
    expect(result.uncovered).toEqual([]);
    expect(result.score).toMatchObject({ misfit: 1000, pieces: 450 });
  });

  it("counts a run across a slot without demand as one piece", async () => {
    const result = await optimise(
      problemOf({ a: [60, 60, 60] }, [{ id: "x", minutes: [30, 0, 30], misfit: { a: 0 } }]),
    );
    expect(result.assignments).toEqual([{ episodeId: "x", from: 0, to: 3, assistantId: "a" }]);
    expect(result.score.pieces).toBe(150);
  });

  it("starts a second piece after an uncovered slot", async () => {
    const result = await optimise(
      problemOf({ a: [60, 0, 60] }, [{ id: "x", minutes: [30, 30, 30], misfit: { a: 0 } }]),
    );
    expect(result.score.pieces).toBe(300);
  });
});

describe("the independent check", () => {
  it("finds what was tampered with", async () => {
    const problem = problemOf({ a: [60], b: [60] }, [{ id: "x", minutes: [60], misfit: { a: 1 } }]);
    const result = await optimise(problem);
    const stranger = { ...result, assignments: [{ episodeId: "x", from: 0, to: 1, assistantId: "b" }] };
    const flattered = { ...result, score: { ...result.score, misfit: 0 } };
    const forgotten = { ...result, assignments: [] };
    for (const lie of [stranger, flattered, forgotten]) {
      expect(verify(problem, lie)).toMatchObject({ ok: false, reason: "bad_plan" });
    }
  });

  it("finds an assistant above capacity", async () => {
    const problem = problemOf({ a: [60] }, [{ id: "x", minutes: [60], misfit: { a: 1 } }]);
    const result = await optimise(problem);
    const smaller = problemOf({ a: [50] }, [{ id: "x", minutes: [60], misfit: { a: 1 } }]);
    const verdict = verify(smaller, result);
    expect(JSON.stringify(verdict)).toContain("gives 60 minutes");
  });
});

describe("limits", () => {
  it("returns the best so secondSlope when stopped", async () => {
    const problem = problemOf({ a: [60] }, [{ id: "x", minutes: [60], misfit: { a: 1 } }]);
    const result = await plan(problem, { seed: 1, budget: {}, mode: "optimise", shouldStop: () => true });
    expect(result.status).toBe("cancelled");
    expect(verify(problem, result).ok).toBe(true);
  });
});

describe("explanations", () => {
  const problem = problemOf({ a: [60], b: [60], c: [60] }, [
    { id: "x", minutes: [60], weight: 2, misfit: { a: 10, b: 30, c: 5 } },
    { id: "y", minutes: [60], misfit: { c: 1 } },
    { id: "z", minutes: [60], misfit: { c: 1 } },
  ]);

  it("tells who is full, by whom, and who is worse, by what", async () => {
    const result = await optimise(problem);
    const index = result.assignments.findIndex((one) => one.episodeId === "x");
    const told = explainAssignment(problem, result, index);
    expect(told).toMatchObject({ isPinned: false, chosen: { misfit: 10, pieces: 150, minutes: 60 } });
    expect(told?.others).toMatchObject([
      { assistantId: "b", verdict: "worse", forced: { by: { misfit: 20, quality: 20, uncoveredWeight: 0 } } },
      {
        assistantId: "c",
        verdict: "full",
        slots: [{ slot: 0, needs: 60, free: 0, capacity: 60, holders: [{ minutes: 60 }] }],
        forced: { by: { uncoveredWeight: 60 } },
      },
    ]);
  });

  it("tells the verified changes that would cover a slot", async () => {
    const result = await optimise(problem);
    const told = await explainUncovered(problem, result, 0);
    expect(told?.remedies).toContainEqual({ code: "extra_minutes", assistantId: "c", minutes: 60 });
    expect(told?.remedies).toContainEqual({ code: "add_candidate", assistantId: "b", minutes: 60 });
    expect(told?.remedies.some((remedy) => remedy.code === "move_executive")).toBe(true);
  });

  it("suggests nothing for what a better plan would cover anyway", async () => {
    const executives = problemOf({ a: [60] }, [
      { id: "x", minutes: [60], weight: 2, misfit: { a: 1 } },
      { id: "y", minutes: [60], misfit: { a: 1 } },
    ]);
    const swapped = {
      ...(await optimise(executives)),
      assignments: [{ episodeId: "y", from: 0, to: 1, assistantId: "a" }],
      uncovered: [{ episodeId: "x", slot: 0, minutes: 60, reasons: [] }],
      lowerBound: null,
    };
    expect((await explainUncovered(executives, swapped, 0))?.remedies).toEqual([]);
  });

  it("knows who is away from who would take no time", async () => {
    const away = problemOf({ a: [0], b: [60] }, [{ id: "x", minutes: [60], misfit: { a: 1 } }]);
    const episodes = away.episodes.map((episode) => ({
      ...episode,
      candidates: [{ assistantId: "a", misfit: 1, minutes: [0] }],
    }));
    const timeless = { ...away, episodes };
    const result = { ...(await optimise(timeless)), lowerBound: null };
    expect((await explainUncovered(timeless, result, 0))?.remedies).toEqual([
      { code: "add_candidate", assistantId: "b", minutes: 60 },
    ]);
  });
});
