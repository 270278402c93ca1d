import { expect, it } from "vitest";
import { minimiseUncovered } from "@/lib/coverage/planner/gaps/minimise-uncovered";
import { buildInstance } from "@/lib/coverage/planner/problem/instance";
import { scoreCover } from "@/lib/coverage/planner/result/score";
import { constructCover } from "@/lib/coverage/planner/search/construct";
import { makeStopping } from "@/lib/solver/stopping";
import { makePool } from "@/tests/support/planner-instances";
import { makeTinyProblem } from "@/tests/support/tiny-problems";

const stopping = makeStopping({ budget: {} });
const pool = { assistants: 40, executives: 100, slots: 20, absence: 0.3, takesLonger: true };

it("a plan built afresh leaves no more open than the cover it may take slots from", () => {
  const problems = [
    ...Array.from({ length: 500 }, (_, seed) => makeTinyProblem(70_000 + seed, { pins: seed % 2 === 0 })),
    ...[1, 2, 3].map((seed) => makePool({ ...pool, seed })),
  ];
  for (const problem of problems) {
    const instance = buildInstance(problem);
    const stage = minimiseUncovered(instance, null, stopping);
    const built = constructCover(instance, stage.cover, stopping);
    expect(scoreCover(instance, built).uncoveredWeight).toBeLessThanOrEqual(stage.uncoveredWeight);
  }
});
