import { describe, expect, it } from "vitest";
import { solveWindows } from "@/lib/schedules/roster/model/windows";
import { buildRosterInstance } from "@/lib/schedules/roster/problem/instance";
import { brokenRules } from "@/lib/schedules/roster/problem/person-rules";
import {
  parseRosterProblem,
  type RosterDocument,
  type RosterProblem,
} from "@/lib/schedules/roster/problem/problem";
import { recount, workedBy } from "@/lib/schedules/roster/result/recount";
import { verifyRoster } from "@/lib/schedules/roster/result/verify";
import { construct, makeSchedulers } from "@/lib/schedules/roster/search/search";
import { copyRoster, makeRosterState, scoreOf } from "@/lib/schedules/roster/search/state";
import { fillRoster } from "@/lib/schedules/roster/solve";
import { item } from "@/lib/solver/arrays";
import { loadSolver } from "@/lib/solver/programme";
import { randomStream } from "@/lib/solver/random";
import { makeStopping } from "@/lib/solver/stopping";
import { cases } from "@/tests/support/deep";
import { makeOfficeRoster } from "@/tests/support/roster-instances";
import { makeTinyRoster } from "@/tests/support/tiny-rosters";

const order = { seed: 1, budget: {} };
const SEEDS = Array.from({ length: cases({ ordinary: 8, deep: 500 }) }, (_, place) => 7_000 + place);

function read(document: RosterDocument): RosterProblem {
  const parsed = parseRosterProblem(document);
  if (!parsed.ok) throw new Error(`${parsed.path}: ${String(parsed.details?.message)}`);
  return parsed.value;
}

describe("a filled roster", () => {
  it("is worth the same whatever the ids and the order of the people", async () => {
    for (const seed of SEEDS) {
      const problem = makeTinyRoster(seed);
      const renamed = (id: string) => `z${9 - Number(id.slice(1))}`;
      const held = (list: RosterProblem["prior"]) =>
        list.map((one) => ({ ...one, personId: renamed(one.personId) }));
      const other = read({
        ...problem,
        people: problem.people.map((one) => ({ ...one, id: renamed(one.id) })).reverse(),
        turns: problem.turns.map((one) => ({
          ...one,
          expected: Object.fromEntries(Object.entries(one.expected).map(([id, due]) => [renamed(id), due])),
        })),
        pinned: held(problem.pinned),
        prior: held(problem.prior),
      });
      const [first, second] = [await fillRoster(problem, order), await fillRoster(other, order)];
      expect({ seed, status: second.status, ...total(problem, second) }).toEqual({
        seed,
        status: first.status,
        ...total(problem, first),
      });
    }
  });

  it("leaves no more unmet with one more free person", async () => {
    for (const seed of SEEDS) {
      const problem = { ...makeTinyRoster(seed), demandFirst: true };
      const options = problem.shifts.map(({ id }) => ({ shift: id, cost: 0 }));
      const more = read({ ...problem, people: [...problem.people, { id: "free", options }] });
      const [first, second] = [await fillRoster(problem, order), await fillRoster(more, order)];
      if (first.status === "impossible") continue;
      expect(second.score.unmet, `seed ${seed}`).toBeLessThanOrEqual(first.score.unmet);
    }
  });

  it("holds no shift whose removal makes nothing worse", async () => {
    for (const seed of SEEDS) {
      const problem = makeTinyRoster(seed);
      const { assignments, score, status } = await fillRoster(problem, order);
      if (status === "impossible") continue;
      for (const one of assignments) {
        if (problem.pinned.some((pin) => pin.personId === one.personId && pin.shift === one.shift)) continue;
        const rest = assignments.filter((other) => other !== one);
        const person = problem.people.find(({ id }) => id === one.personId);
        const worked = workedBy(problem, rest).get(one.personId) ?? [];
        const isLawful = person && brokenRules(person, problem.days, worked).length === 0;
        const after = recount(problem, rest).score;
        const isWorse = problem.demandFirst
          ? after.unmet > score.unmet || (after.unmet === score.unmet && after.cost > score.cost)
          : after.cost > score.cost;
        expect(isWorse || !isLawful, `seed ${seed}, ${one.personId} ${one.shift}`).toBe(true);
      }
    }
  });

  it("is the same, byte for byte, for the same seed", async () => {
    const problem = read(makeOfficeRoster({ people: 8, weeks: 1, seed: 3 }));
    const [first, second] = [await fillRoster(problem, order), await fillRoster(problem, order)];
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
  });
});

describe("an office", () => {
  it("of 20 people and two weeks is proven, from the first draft to the least cost", async () => {
    const problem = read(makeOfficeRoster({ people: 20, weeks: 2, seed: 1 }));
    const heard: { unmet: number; cost: number }[] = [];
    const result = await fillRoster(problem, { ...order, onProgress: (progress) => heard.push(progress) });
    expect(verifyRoster(problem, result)).toMatchObject({ ok: true });
    expect(result).toMatchObject({ status: "optimal", gap: 0 });
    for (const [place, { unmet, cost }] of heard.entries()) {
      const before = heard[place - 1] ?? { unmet, cost };
      expect(unmet < before.unmet || (unmet === before.unmet && cost <= before.cost)).toBe(true);
    }
  });

  it("is improved part after part where it is too large to be proven whole", async () => {
    const instance = buildRosterInstance(read(makeOfficeRoster({ people: 12, weeks: 2, seed: 2 })));
    const highs = await loadSolver();
    const random = randomStream(1);
    const state = makeRosterState(instance);
    expect(construct(state, makeSchedulers(instance), random)).toBe(true);
    const before = scoreOf(state).value;
    const told: number[] = [];
    if (!highs) throw new Error("no solver");
    const roster = solveWindows(highs, instance, copyRoster(state), random, makeStopping({ budget: {} }), {
      isLeastUnmet: false,
      patience: 5,
      onBetter: (_, score) => told.push(score.value),
    });
    expect(scoreOf(makeRosterState(instance, roster)).value).toBeLessThan(before);
    expect(told).toEqual(told.toSorted((a, b) => b - a));
  });

  it("comes back with the best so far when it is stopped", async () => {
    const problem = read(makeOfficeRoster({ people: 12, weeks: 2, seed: 4 }));
    let heard = 0;
    const result = await fillRoster(problem, {
      ...order,
      onProgress: () => heard++,
      shouldStop: () => heard > 0,
    });
    expect(verifyRoster(problem, result)).toMatchObject({ ok: true });
    expect(result.status).toBe("cancelled");
  });
});

function total(problem: RosterProblem, { score }: { score: { unmet: number; cost: number } }) {
  return problem.demandFirst ? { unmet: score.unmet, cost: score.cost } : { cost: score.cost };
}

it("charges turns up to twice what is due, then more", () => {
  const day = (on: number) => ({ id: `d${on}`, day: on, from: 1_440 * on, to: 1_440 * on + 60, minutes: 60 });
  const problem = read({
    days: 5,
    people: [{ id: "ana", options: [0, 1, 2, 3].map((on) => ({ shift: `d${on}` })) }],
    shifts: [0, 1, 2, 3].map(day),
    demand: [],
    turns: [{ id: "t", shifts: ["d0", "d1", "d2", "d3"], expected: { ana: 1 }, weights: [10, 100] }],
  });
  const all = [0, 1, 2, 3].map((on) => ({ personId: "ana", shift: `d${on}` }));
  expect([1, 2, 4].map((count) => recount(problem, all.slice(0, count)).score.turns)).toEqual([0, 10, 210]);
  expect(item(all, 0).shift).toBe("d0");
});
