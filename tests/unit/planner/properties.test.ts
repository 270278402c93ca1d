import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plan } from "@/lib/coverage/planner/plan";
import type { PlanProblem } from "@/lib/coverage/planner/problem/problem";
import type { PlanResult } from "@/lib/coverage/planner/result/plan-result";
import { verify } from "@/lib/coverage/planner/result/verify";
import { cases } from "@/tests/support/deep";
import { makePool } from "@/tests/support/planner-instances";
import { makeTinyProblem } from "@/tests/support/tiny-problems";

const optimise = (problem: PlanProblem) => plan(problem, { seed: 1, budget: {}, mode: "optimise" });
const repair = (problem: PlanProblem) => plan(problem, { seed: 1, budget: {}, mode: "repair" });
const tiny = fc
  .nat(1_000_000)
  .map((seed) => makeTinyProblem(seed, { pins: seed % 2 === 0, prior: seed % 3 === 0 }));
const runs = { numRuns: cases({ ordinary: 12, deep: 1000 }), seed: 7 };

function served(problem: PlanProblem, result: PlanResult): Map<string, string> {
  const table = new Map<string, string>();
  for (const { episodeId, from, to, assistantId } of result.assignments) {
    const episode = problem.episodes.find((one) => one.id === episodeId);
    for (let slot = from; slot < to; slot++) {
      if (episode?.minutes[slot - episode.from]) table.set(`${episodeId}@${slot}`, assistantId);
    }
  }
  return table;
}

describe("what never depends on the way of writing it down", () => {
  it("permuting assistants, episodes and candidates", () =>
    fc.assert(
      fc.asyncProperty(tiny, async (problem) => {
        const turned = {
          ...problem,
          assistants: problem.assistants.toReversed(),
          episodes: problem.episodes
            .toReversed()
            .map((episode) => ({ ...episode, candidates: episode.candidates.toReversed() })),
        };
        expect((await optimise(turned)).score).toMatchObject(scoreOf(await optimise(problem)));
      }),
      runs,
    ));

  it("scaling every minute scales uncovered weight and fairness alike", () =>
    fc.assert(
      fc.asyncProperty(tiny, async (problem) => {
        const bare = { ...problem, weights: { ...problem.weights, fairness: [0, 0] as [number, number] } };
        const scaled = scaleMinutes(bare, 3);
        const [once, thrice] = [await optimise(bare), await optimise(scaled)];
        expect(thrice.score.uncoveredWeight).toBe(3 * once.score.uncoveredWeight);
        expect(thrice.score.quality).toBe(once.score.quality);
      }),
      runs,
    ));

  it("the same seed and iterations give the same bytes", async () => {
    const problem = makePool({ assistants: 20, executives: 50, slots: 10, seed: 3 });
    const once = () => plan(problem, { seed: 5, budget: { iterations: 100 }, mode: "optimise" });
    expect(JSON.stringify(await once())).toBe(JSON.stringify(await once()));
  });
});

describe("monotony", () => {
  it("another assistant who may cover everything never raises the uncovered weight", () =>
    fc.assert(
      fc.asyncProperty(tiny, async (problem) => {
        const helper = { id: "helper", capacity: new Array<number>(problem.slots).fill(50), expected: 100 };
        const episodes = problem.episodes.map((episode) => ({
          ...episode,
          candidates: [...episode.candidates, { assistantId: "helper", misfit: 50 }],
        }));
        const helped = { ...problem, assistants: [...problem.assistants, helper], episodes };
        const [before, after] = [await optimise(problem), await optimise(helped)];
        expect(after.score.uncoveredWeight).toBeLessThanOrEqual(before.score.uncoveredWeight);
      }),
      runs,
    ));

  it("another absence never lowers it", () =>
    fc.assert(
      fc.asyncProperty(tiny, fc.integer({ min: 1, max: 60 }), async (problem, minutes) => {
        const candidates = problem.assistants.map((person) => ({ assistantId: person.id, misfit: 1 }));
        const span = { from: 0, to: 1, minutes: [minutes], weight: 2, candidates };
        const more = { id: "more", executiveId: "more", absenceId: "more", ...span };
        const [before, after] = [
          await optimise(problem),
          await optimise({ ...problem, episodes: [...problem.episodes, more] }),
        ];
        expect(after.score.uncoveredWeight).toBeGreaterThanOrEqual(before.score.uncoveredWeight);
      }),
      runs,
    ));
});

describe("what is held", () => {
  it("pins, in either mode", () =>
    fc.assert(
      fc.asyncProperty(tiny, async (problem) => {
        for (const result of [await optimise(problem), await repair(problem)]) {
          expect(verify(problem, result)).toMatchObject({ ok: true });
          const table = served(problem, result);
          for (const pin of problem.pinned) {
            expect(table.get(`${pin.episodeId}@${pin.slot}`)).toBe(pin.assistantId);
          }
        }
      }),
      runs,
    ));

  it("a repair covers as much as a new plan", () =>
    fc.assert(
      fc.asyncProperty(tiny, async (problem) => {
        const [fresh, repaired] = [await optimise(problem), await repair(problem)];
        expect(repaired.score.uncoveredWeight).toBe(fresh.score.uncoveredWeight);
        expect(repaired.score.quality).toBeGreaterThanOrEqual(fresh.score.quality);
      }),
      runs,
    ));

  it("slots a repair has no reason to touch", async () => {
    const problem = makePool({ assistants: 50, executives: 125, slots: 10, seed: 7 });
    const quick = { seed: 1, budget: { iterations: 500 }, mode: "optimise", solver: "none" } as const;
    const before = served(problem, await plan(problem, quick));
    const fallen = [...before.values()][0] as string;
    const assistants = problem.assistants.map((person) =>
      person.id === fallen ? { ...person, capacity: person.capacity.map(() => 0) } : person,
    );
    const prior = [...before].map(([key, assistantId]) => {
      const [episodeId, slot] = key.split("@") as [string, string];
      return { episodeId, slot: Number(slot), assistantId };
    });
    const broken = { ...problem, assistants, prior };
    const result = await repair(broken);
    expect(verify(broken, result)).toMatchObject({ ok: true });
    const after = served(broken, result);
    const moved = [...before].filter(([key, who]) => who !== fallen && after.get(key) !== who);
    expect(moved.length).toBeLessThanOrEqual(1);
    expect([...after.values()]).not.toContain(fallen);
  });
});

function scoreOf({ score }: PlanResult) {
  return { uncoveredWeight: score.uncoveredWeight, quality: score.quality };
}

function scaleMinutes(problem: PlanProblem, factor: number): PlanProblem {
  const scale = (minutes: number[]) => minutes.map((one) => one * factor);
  return {
    ...problem,
    assistants: problem.assistants.map((person) => ({ ...person, capacity: scale(person.capacity) })),
    episodes: problem.episodes.map((episode) => ({
      ...episode,
      minutes: scale(episode.minutes),
      candidates: episode.candidates.map((one) =>
        one.minutes ? { ...one, minutes: scale(one.minutes) } : one,
      ),
    })),
  };
}
