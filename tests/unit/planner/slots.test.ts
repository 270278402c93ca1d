import type { Highs } from "highs";
import { beforeAll, describe, expect, it } from "vitest";
import { fillSlot, type SlotAnswer } from "@/lib/coverage/planner/gaps/slot-answer";
import { fillByProgramme } from "@/lib/coverage/planner/gaps/slot-programme";
import { fillBySearch } from "@/lib/coverage/planner/gaps/slot-search";
import {
  chargesOf,
  feasibleCandidates,
  minutesFor,
  personFor,
  type SlotTask,
} from "@/lib/coverage/planner/gaps/slot-task";
import { loadSolver } from "@/lib/solver/programme";
import { makeStopping } from "@/lib/solver/stopping";
import { cases } from "@/tests/support/deep";
import { makeSlotTask, tryAllOf } from "@/tests/support/slot-tasks";

const stopping = makeStopping({ budget: {} });
let highs: Highs;

beforeAll(async () => {
  highs = (await loadSolver()) as Highs;
});

function movedIn({ priors }: SlotTask, { served }: SlotAnswer): number {
  return [...priors].filter(([job, prior]) => served.get(job) !== prior).length;
}

function isHeld({ residual, jobs }: SlotTask, { served, lost }: SlotAnswer): boolean {
  const left = Int32Array.from(residual);
  let open = 0;
  for (const job of jobs) {
    const candidate = served.get(job);
    if (candidate === undefined) {
      open += job.weight;
      continue;
    }
    const person = personFor(job, candidate);
    if (!feasibleCandidates(job).includes(candidate)) return false;
    left[person] = (left[person] as number) - minutesFor(job, candidate);
  }
  return open === lost && left.every((minutes) => minutes >= 0);
}

const shapes = [
  { jobs: 6, people: 3, chance: 0.7 },
  { jobs: 7, people: 5, chance: 0.4 },
  { jobs: 8, people: 6, chance: 0.25 },
];

describe("a slot against trying everything", () => {
  it.each(shapes)("leaves least open, and least moved from home: $wants jobs, $people people", (shape) => {
    let short = 0;
    for (let seed = 1; seed <= cases({ ordinary: 150, deep: 400 }); seed++) {
      const task = makeSlotTask(seed, { ...shape, priors: seed % 2 === 0 });
      const truth = tryAllOf(task);
      const answer = fillSlot(task, { highs, stopping });
      const said = { lost: answer.lost, bound: answer.bound, moved: movedIn(task, answer) };
      expect({ seed, ...said }).toEqual({
        seed,
        lost: truth.lost,
        bound: truth.lost,
        moved: truth.moved,
      });
      expect({ seed, isHeld: isHeld(task, answer) }).toEqual({ seed, isHeld: true });
      const undoubted = [...truth.mayBeOpen].filter((job) => !answer.undecided.has(job));
      expect({ seed, undoubted }).toEqual({ seed, undoubted: [] });
      if (truth.lost > 0) short++;
    }
    expect(short).toBeGreaterThan(cases({ ordinary: 18, deep: 50 }));
  });

  it("knows whether a goal can be reached, from any start", () => {
    for (let seed = 1; seed <= cases({ ordinary: 100, deep: 300 }); seed++) {
      const task = makeSlotTask(seed, { jobs: 7, people: 4, chance: 0.4, priors: false });
      const { lost } = tryAllOf(task);
      const start = fillSlot({ ...task, jobs: task.jobs.slice(2) }, { highs, stopping }).served;
      for (const goal of [lost - 10, lost, lost + 10]) {
        const answer = fillSlot(task, { highs, stopping, start, goal });
        expect({ seed, goal, isReached: answer.lost <= goal }).toEqual({
          seed,
          goal,
          isReached: lost <= goal,
        });
      }
    }
  });

  it("claims nothing without a solver that isn't so", () => {
    for (let seed = 1; seed <= cases({ ordinary: 100, deep: 300 }); seed++) {
      const task = makeSlotTask(seed, { jobs: 8, people: 5, chance: 0.4, priors: seed % 2 === 0 });
      const { lost, mayBeOpen } = tryAllOf(task);
      const answer = fillSlot(task, { highs: null, stopping });
      expect(isHeld(task, answer)).toBe(true);
      expect({ seed, isSound: answer.bound <= lost && lost <= answer.lost }).toEqual({ seed, isSound: true });
      expect([...mayBeOpen].every((job) => answer.undecided.has(job))).toBe(true);
    }
  });
});

describe("the two exact ways to fill a core", () => {
  it("charge the same", () => {
    for (let seed = 1; seed <= cases({ ordinary: 10, deep: 40 }); seed++) {
      const task = makeSlotTask(seed, { jobs: 10, people: 6, chance: 0.4, priors: seed % 2 === 0 });
      const charges = chargesOf(task);
      const tried = fillBySearch(task, task.jobs, charges);
      const solved = fillByProgramme(highs, task, task.jobs, charges, new Map(), stopping);
      expect(solved?.bound).toBe(solved?.charge);
      if (tried) expect({ seed, charge: tried.charge }).toEqual({ seed, charge: solved?.charge });
    }
  });
});
