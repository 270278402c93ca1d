import { describe, expect, it } from "vitest";
import { explainRun, layOutResult } from "@/lib/coverage/planner/explain/explain";
import { explainUncovered, type Remedy } from "@/lib/coverage/planner/explain/explain-uncovered";
import { plan } from "@/lib/coverage/planner/plan";
import { type PlanProblem, parseProblem } from "@/lib/coverage/planner/problem/problem";
import type { PlanResult, Uncovered } from "@/lib/coverage/planner/result/plan-result";
import { bruteForce } from "@/tests/support/planner-brute-force";
import { makeTinyProblem } from "@/tests/support/tiny-problems";

const optimise = (problem: PlanProblem) => plan(problem, { seed: 1, budget: {}, mode: "optimise" });
const never = 1_000_000;

function minutesOf(problem: PlanProblem, episodeId: string, assistantId: string, slot: number): number {
  const episode = problem.episodes.find((one) => one.id === episodeId);
  const candidate = episode?.candidates.find((one) => one.assistantId === assistantId);
  const place = slot - (episode?.from ?? 0);
  return episode?.minutes[place] ? (candidate?.minutes?.[place] ?? episode.minutes[place] ?? 0) : 0;
}

function heldBy(problem: PlanProblem, result: PlanResult, assistantId: string, slot: number, but: string) {
  return result.assignments
    .filter(
      (one) => one.assistantId === assistantId && one.from <= slot && slot < one.to && one.episodeId !== but,
    )
    .reduce((sum, one) => sum + minutesOf(problem, one.episodeId, assistantId, slot), 0);
}

function isNoMore(a: { uncoveredWeight: number; quality: number }, b: typeof a): boolean {
  return (
    a.uncoveredWeight < b.uncoveredWeight ||
    (a.uncoveredWeight === b.uncoveredWeight && a.quality <= b.quality)
  );
}

describe("why this assistant", () => {
  it("names real holders, and a forced plan that nobody can better by less than it says", async () => {
    let [full, worse] = [0, 0];
    for (let seed = 50_000; seed < 50_150; seed++) {
      const problem = makeTinyProblem(seed, { prior: seed % 2 === 0 });
      const result = await optimise(problem);
      const laid = layOutResult(problem, result);
      for (const [index, assignment] of result.assignments.entries()) {
        const { episodeId, from, to } = assignment;
        for (const other of explainRun(laid, index)?.others ?? []) {
          const { assistantId } = other;
          if (other.verdict === "full") {
            full++;
            for (const { slot, needs, free, capacity } of other.slots) {
              const person = problem.assistants.find((one) => one.id === assistantId);
              expect(capacity).toBe(person?.capacity[slot]);
              expect(needs).toBe(minutesOf(problem, episodeId, assistantId, slot));
              expect(free).toBe(capacity - heldBy(problem, result, assistantId, slot, episodeId));
              expect(free < needs || capacity === 0).toBe(true);
            }
          }
          if (!other.forced) continue;
          worse++;
          const pins = Array.from({ length: to - from }, (_, offset) => from + offset)
            .filter(
              (slot) =>
                problem.episodes.find((one) => one.id === episodeId)?.minutes[
                  slot - (problem.episodes.find((one) => one.id === episodeId)?.from ?? 0)
                ],
            )
            .map((slot) => ({ episodeId, slot, assistantId }));
          const forced = parseProblem({ ...problem, pinned: pins });
          if (!forced.ok) throw new Error(`seed ${seed}: a forced run breaks a rule`);
          const truth = bruteForce(forced.value);
          const told = {
            uncoveredWeight: result.score.uncoveredWeight + other.forced.by.uncoveredWeight,
            quality: result.score.quality + other.forced.by.quality,
          };
          expect({ seed, isNoMore: isNoMore(truth, told) && isNoMore(result.score, told) }).toEqual({
            seed,
            isNoMore: true,
          });
        }
      }
    }
    expect(full).toBeGreaterThan(20);
    expect(worse).toBeGreaterThan(50);
  });

  it("says the same whatever was explained before", async () => {
    for (let seed = 52_000; seed < 52_040; seed++) {
      const problem = makeTinyProblem(seed, { prior: true, pins: seed % 2 === 0 });
      const result = await optimise(problem);
      const laid = layOutResult(problem, result);
      const indices = [...result.assignments.keys()];
      const forwards = indices.map((index) => explainRun(laid, index));
      const backwards = indices.toReversed().map((index) => explainRun(laid, index));
      const alone = indices.map((index) => explainRun(layOutResult(problem, result), index));
      expect({ seed, told: forwards }).toEqual({ seed, told: alone });
      expect({ seed, told: backwards.toReversed() }).toEqual({ seed, told: alone });
    }
  });
});

describe("what would cover a slot", () => {
  it("covers it when applied, with nothing else lost", async () => {
    let applied = 0;
    for (let seed = 60_000; seed < 60_100; seed++) {
      const problem = makeTinyProblem(seed);
      const result = await optimise(problem);
      for (const [index, uncovered] of result.uncovered.entries()) {
        const weight = problem.episodes.find((one) => one.id === uncovered.episodeId)?.weight ?? 0;
        for (const remedy of (await explainUncovered(problem, result, index))?.remedies ?? []) {
          applied++;
          const after = bruteForce(withRemedy(problem, uncovered, remedy)).uncoveredWeight;
          const most = result.score.uncoveredWeight - weight * uncovered.minutes;
          expect({ seed, remedy, isCovered: after <= most }).toEqual({ seed, remedy, isCovered: true });
        }
      }
    }
    expect(applied).toBeGreaterThan(20);
  });
});

function withRemedy(problem: PlanProblem, { episodeId, slot }: Uncovered, remedy: Remedy): PlanProblem {
  if (remedy.code === "extra_minutes" || remedy.code === "ask_back") {
    const assistants = problem.assistants.map((person) => {
      const capacity = person.capacity.map((minutes, place) =>
        place === slot ? minutes + remedy.minutes : minutes,
      );
      return person.id === remedy.assistantId ? { ...person, capacity } : person;
    });
    return { ...problem, assistants };
  }
  const isMove = remedy.code === "move_executive";
  const target = isMove ? remedy.episodeId : episodeId;
  const assistantId = isMove ? remedy.toAssistantId : remedy.assistantId;
  const episodes = problem.episodes.map((episode) => {
    if (episode.id !== target) return episode;
    const minutes = episode.minutes.map((_, place) =>
      episode.from + place === slot ? remedy.minutes : never,
    );
    return { ...episode, candidates: [...episode.candidates, { assistantId, misfit: 1000, minutes }] };
  });
  return { ...problem, episodes };
}
