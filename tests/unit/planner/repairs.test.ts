import { describe, expect, it } from "vitest";
import { plan } from "@/lib/coverage/planner/plan";
import type { PlanProblem } from "@/lib/coverage/planner/problem/problem";
import { verify } from "@/lib/coverage/planner/result/verify";
import { bruteForce } from "@/tests/support/planner-brute-force";
import { makePool } from "@/tests/support/planner-instances";
import { makeTinyProblem } from "@/tests/support/tiny-problems";

const repair = (problem: PlanProblem) => plan(problem, { seed: 1, budget: {}, mode: "repair" });
const optimise = (problem: PlanProblem) => plan(problem, { seed: 1, budget: {}, mode: "optimise" });
const weights = { piece: 150, change: 40, fairness: [2, 6] as [number, number] };

function executive(
  id: string,
  from: number,
  minutes: number[],
  candidates: string[],
): PlanProblem["episodes"][0] {
  return {
    id,
    executiveId: `of ${id}`,
    absenceId: "b",
    from,
    to: from + minutes.length,
    minutes,
    weight: 1,
    candidates: candidates.map((assistantId) => ({ assistantId, misfit: 10 })),
  };
}

function office(capacity: Record<string, number[]>, episodes: PlanProblem["episodes"]): PlanProblem {
  return {
    slots: Object.values(capacity)[0]?.length ?? 0,
    assistants: Object.entries(capacity).map(([id, minutes]) => ({ id, capacity: minutes, expected: 1000 })),
    episodes,
    pinned: [],
    prior: [],
    weights,
  };
}

const standing = (episodeId: string, slots: number[], assistantId: string) =>
  slots.map((slot) => ({ episodeId, slot, assistantId }));

describe("what a repair lets go", () => {
  const broken = {
    ...office({ ann: [60, 60, 60], bo: [60, 0, 60], cy: [60, 60, 60] }, [
      executive("x", 0, [60, 60, 60], ["ann", "cy"]),
      executive("y", 0, [60, 60, 60], ["ann", "bo"]),
    ]),
    prior: [...standing("x", [0, 1, 2], "ann"), ...standing("y", [0, 1, 2], "bo")],
  };

  it("is the one standing slot whose time another executive can't do without", async () => {
    const result = await repair(broken);
    expect(result.uncovered).toEqual([]);
    expect(result.assignments).toEqual([
      { episodeId: "x", from: 0, to: 1, assistantId: "ann" },
      { episodeId: "x", from: 1, to: 2, assistantId: "cy" },
      { episodeId: "x", from: 2, to: 3, assistantId: "ann" },
      { episodeId: "y", from: 0, to: 1, assistantId: "bo" },
      { episodeId: "y", from: 1, to: 2, assistantId: "ann" },
      { episodeId: "y", from: 2, to: 3, assistantId: "bo" },
    ]);
    expect(result.score).toMatchObject({ change: 80, pieces: 900 });
  });

  it("is nothing where letting go would cover no more", async () => {
    const alone = { ...broken, assistants: broken.assistants.filter((one) => one.id !== "cy") };
    const episodes = alone.episodes.map((one) => ({
      ...one,
      candidates: one.candidates.filter((candidate) => candidate.assistantId !== "cy"),
    }));
    const result = await repair({ ...alone, episodes });
    expect(result.uncovered.map(({ episodeId, slot }) => `${episodeId}@${slot}`)).toEqual(["y@1"]);
    expect(result.score.change).toBe(40);
  });
});

describe("what a repair plans anew", () => {
  const shared = (expected: number): PlanProblem => {
    const whole = office({ ann: [60, 60, 100], bo: [0, 0, 300], cy: [0, 0, 0] }, [
      executive("x", 0, [60, 60], ["ann"]),
      executive("y", 2, [60], ["ann", "bo"]),
    ]);
    const assistants = whole.assistants.map((person) => ({ ...person, expected }));
    return { ...whole, assistants, prior: standing("x", [0, 1], "ann") };
  };

  it("goes to whom it burdens least, beside all that stands", async () => {
    const whoServes = async (expected: number) =>
      (await repair(shared(expected))).assignments.find((one) => one.episodeId === "y")?.assistantId;
    expect(await whoServes(120)).toBe("bo");
    expect(await whoServes(1000)).toBe("ann");
  });

  it("leaves everyone who stands, in a pool as tight as it gets", async () => {
    for (let seed = 1; seed <= 3; seed++) {
      const pool = makePool({ assistants: 40, executives: 100, slots: 10, absence: 0.2, seed });
      const quick = { seed, budget: { iterations: 200 }, mode: "optimise", solver: "none" } as const;
      const before = await plan(pool, quick);
      const prior = before.assignments.flatMap(({ episodeId, from, to, assistantId }) => {
        const episode = pool.episodes.find((one) => one.id === episodeId);
        const slots = Array.from({ length: to - from }, (_, place) => from + place);
        return standing(
          episodeId,
          slots.filter((slot) => episode?.minutes[slot - episode.from]),
          assistantId,
        );
      });
      const after = await repair({ ...pool, prior });
      expect(verify({ ...pool, prior }, after).ok).toBe(true);
      expect(after.lowerBound?.uncoveredWeight).toBe(after.score.uncoveredWeight);
      const isLeast = before.score.uncoveredWeight === after.score.uncoveredWeight;
      if (isLeast) expect(after.score.change).toBe(0);
      else expect(after.score.uncoveredWeight).toBeLessThan(before.score.uncoveredWeight);
    }
  });
});

describe("the bound of a repair", () => {
  it("never exceeds the true optimum, though what stands is held", async () => {
    for (let seed = 60_000; seed < 60_200; seed++) {
      const problem = makeTinyProblem(seed, { prior: true, pins: seed % 2 === 0 });
      const truth = bruteForce(problem);
      const result = await repair(problem);
      expect({ seed, isVerified: verify(problem, result).ok }).toEqual({ seed, isVerified: true });
      expect(result.lowerBound?.uncoveredWeight).toBe(truth.uncoveredWeight);
      expect({ seed, isLow: (result.lowerBound?.quality ?? 0) <= truth.quality }).toEqual({
        seed,
        isLow: true,
      });
      expect(result.score.quality).toBeGreaterThanOrEqual(truth.quality);
      if (result.status === "optimal") expect(result.score.quality).toBe(truth.quality);
    }
  });
});

describe("edges of half-days", () => {
  it("hands over at noon between one who works mornings and one who works afternoons", async () => {
    const result = await optimise(
      office({ ann: [60, 0], bo: [0, 60] }, [executive("x", 0, [60, 60], ["ann", "bo"])]),
    );
    expect(result.assignments).toEqual([
      { episodeId: "x", from: 0, to: 1, assistantId: "ann" },
      { episodeId: "x", from: 1, to: 2, assistantId: "bo" },
    ]);
  });

  it("leaves open only the half-day that is a minute short", async () => {
    const result = await optimise(office({ ann: [60, 59] }, [executive("x", 0, [60, 60], ["ann"])]));
    expect(result.assignments).toEqual([{ episodeId: "x", from: 0, to: 1, assistantId: "ann" }]);
    expect(result.uncovered.map(({ slot }) => slot)).toEqual([1]);
  });

  it("counts minutes from the episode's first half-day, and serves none before or after it", async () => {
    const episode = executive("x", 1, [30, 60], []);
    const candidates = [{ assistantId: "ann", misfit: 1, minutes: [40, 90] }];
    const whole = office({ ann: [0, 40, 90, 0] }, [{ ...episode, candidates }]);
    const short = office({ ann: [200, 40, 89, 200] }, [{ ...episode, candidates }]);
    expect((await optimise(whole)).assignments).toEqual([
      { episodeId: "x", from: 1, to: 3, assistantId: "ann" },
    ]);
    expect((await optimise(short)).assignments).toEqual([
      { episodeId: "x", from: 1, to: 2, assistantId: "ann" },
    ]);
  });

  it("lets two executives share a person back to back, but not in the same half-day", async () => {
    const backToBack = office({ ann: [60, 60] }, [
      executive("x", 0, [60], ["ann"]),
      executive("y", 1, [60], ["ann"]),
    ]);
    const together = office({ ann: [60, 60] }, [
      executive("x", 0, [60], ["ann"]),
      executive("y", 0, [60], ["ann"]),
    ]);
    expect((await optimise(backToBack)).uncovered).toEqual([]);
    expect((await optimise(together)).uncovered).toHaveLength(1);
  });
});
