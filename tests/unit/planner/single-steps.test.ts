import type { Highs } from "highs";
import { expect, it } from "vitest";
import { minimiseUncovered } from "@/lib/coverage/planner/gaps/minimise-uncovered";
import { independentBound } from "@/lib/coverage/planner/prices/independent-bound";
import { buildInstance } from "@/lib/coverage/planner/problem/instance";
import { scoreCover } from "@/lib/coverage/planner/result/score";
import { isOfSingleSteps, proveSingleSteps } from "@/lib/coverage/planner/schedules/single-steps";
import { loadSolver } from "@/lib/solver/programme";
import { makeStopping } from "@/lib/solver/stopping";
import { bruteForce } from "@/tests/support/planner-brute-force";
import { makeTinyProblem } from "@/tests/support/tiny-problems";

const stopping = makeStopping({ budget: {} });

it("problems without neighbours are decided as trying everything decides them", async () => {
  const highs = (await loadSolver()) as Highs;
  let tried = 0;
  for (let seed = 80_000; tried < 300; seed++) {
    const problem = makeTinyProblem(seed, { pins: seed % 3 === 0, prior: seed % 2 === 0 });
    const instance = buildInstance(problem);
    if (instance.episodes.length === 0 || !isOfSingleSteps(instance)) continue;
    tried++;
    const stage = minimiseUncovered(instance, highs, stopping);
    const start = {
      cover: stage.cover,
      quality: scoreCover(instance, stage.cover).quality,
      bound: independentBound(instance),
    };
    const { quality, bound, cover } = proveSingleSteps(highs, instance, start, stage.spare, stopping);
    const truth = bruteForce(problem);
    expect({ seed, quality, bound }).toEqual({ seed, quality: truth.quality, bound: truth.quality });
    expect(scoreCover(instance, cover)).toMatchObject({ uncoveredWeight: truth.uncoveredWeight, quality });
  }
});
