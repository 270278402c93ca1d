import type { Highs } from "highs";
import { beforeAll, describe, expect, it } from "vitest";
import { fillSlot, type SlotAnswer } from "@/lib/coverage/planner/slot-answer";
import { fillByProgramme } from "@/lib/coverage/planner/slot-programme";
import { fillBySearch } from "@/lib/coverage/planner/slot-search";
import { ableFor, chargesOf, minutesFor, personFor, type SlotTask } from "@/lib/coverage/planner/slot-task";
import { loadSolver } from "@/lib/coverage/planner/solver";
import { makeStopping } from "@/lib/coverage/planner/stopping";
import { cases } from "@/tests/support/deep";
import { makeSlotTask, tryAllOf } from "@/tests/support/slot-tasks";

const stopping = makeStopping({ seed: 1, budget: {}, mode: "optimise" });
let highs: Highs;

beforeAll(async () => {
  highs = (await loadSolver()) as Highs;
});

function movedIn({ homes }: SlotTask, { served }: SlotAnswer): number {
  return [...homes].filter(([want, home]) => served.get(want) !== home).length;
}

function isHeld({ room, wants }: SlotTask, { served, lost }: SlotAnswer): boolean {
  const left = Int32Array.from(room);
  let open = 0;
  for (const want of wants) {
    const candidate = served.get(want);
    if (candidate === undefined) {
      open += want.weight;
      continue;
    }
    const person = personFor(want, candidate);
    if (!ableFor(want).includes(candidate)) return false;
    left[person] = (left[person] as number) - minutesFor(want, candidate);
  }
  return open === lost && left.every((minutes) => minutes >= 0);
}

const shapes = [
  { wants: 6, people: 3, chance: 0.7 },
  { wants: 7, people: 5, chance: 0.4 },
  { wants: 8, people: 6, chance: 0.25 },
];

describe("a slot against trying everything", () => {
  it.each(shapes)("leaves least open, and least moved from home: $wants wants, $people people", (shape) => {
    let short = 0;
    for (let seed = 1; seed <= cases({ ordinary: 150, deep: 400 }); seed++) {
      const task = makeSlotTask(seed, { ...shape, homes: seed % 2 === 0 });
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
      const undoubted = [...truth.mayBeOpen].filter((want) => !answer.doubtful.has(want));
      expect({ seed, undoubted }).toEqual({ seed, undoubted: [] });
      if (truth.lost > 0) short++;
    }
    expect(short).toBeGreaterThan(cases({ ordinary: 18, deep: 50 }));
  });

  it("knows whether a goal can be reached, from any start", () => {
    for (let seed = 1; seed <= cases({ ordinary: 100, deep: 300 }); seed++) {
      const task = makeSlotTask(seed, { wants: 7, people: 4, chance: 0.4, homes: false });
      const { lost } = tryAllOf(task);
      const start = fillSlot({ ...task, wants: task.wants.slice(2) }, { highs, stopping }).served;
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
      const task = makeSlotTask(seed, { wants: 8, people: 5, chance: 0.4, homes: seed % 2 === 0 });
      const { lost, mayBeOpen } = tryAllOf(task);
      const answer = fillSlot(task, { highs: null, stopping });
      expect(isHeld(task, answer)).toBe(true);
      expect({ seed, isSound: answer.bound <= lost && lost <= answer.lost }).toEqual({ seed, isSound: true });
      expect([...mayBeOpen].every((want) => answer.doubtful.has(want))).toBe(true);
    }
  });
});

describe("the two exact ways to fill a core", () => {
  it("charge the same", () => {
    for (let seed = 1; seed <= cases({ ordinary: 10, deep: 40 }); seed++) {
      const task = makeSlotTask(seed, { wants: 10, people: 6, chance: 0.4, homes: seed % 2 === 0 });
      const charges = chargesOf(task);
      const tried = fillBySearch(task, task.wants, charges);
      const solved = fillByProgramme(highs, task, task.wants, charges, new Map(), stopping);
      expect(solved?.bound).toBe(solved?.charge);
      if (tried) expect({ seed, charge: tried.charge }).toEqual({ seed, charge: solved?.charge });
    }
  });
});
