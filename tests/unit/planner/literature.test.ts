import type { Highs } from "highs";
import { beforeAll, describe, expect, it } from "vitest";
import { plan } from "@/lib/coverage/planner/plan";
import { randomStream } from "@/lib/coverage/planner/problem/random";
import { makeStopping } from "@/lib/coverage/planner/problem/stopping";
import { verify } from "@/lib/coverage/planner/result/verify";
import { addColumn, addRow, emptyProgramme, loadSolver, solveProgramme } from "@/lib/coverage/planner/solver";
import { type Gap, makeGap, orLibraryGap1, problemOfGap, readRows } from "@/tests/support/gap-instances";

const order = { seed: 1, budget: {}, mode: "optimise" } as const;
const highestProfit = 25;
let highs: Highs;

beforeAll(async () => {
  highs = (await loadSolver()) as Highs;
});

/** The textbook programme: a variable per job and agent, none of the planner's ideas. */
function solveTextbook({ costs, takes, capacity }: Gap) {
  const programme = emptyProgramme();
  const penalty = 100_000;
  const jobs = costs[0]?.length ?? 0;
  const held: [number, number][][] = capacity.map(() => []);
  for (let job = 0; job < jobs; job++) {
    const terms: [number, number][] = [[addColumn(programme, penalty, 1, true), 1]];
    for (const [agent, own] of held.entries()) {
      const column = addColumn(programme, costs[agent]?.[job] ?? 0, 1, true);
      terms.push([column, 1]);
      own.push([column, takes[agent]?.[job] ?? 0]);
    }
    addRow(programme, 1, 1, terms);
  }
  for (const [agent, terms] of held.entries()) {
    addRow(programme, Number.NEGATIVE_INFINITY, capacity[agent] ?? 0, terms);
  }
  const { values, isProven } = solveProgramme(highs, programme, makeStopping(order));
  if (!values || !isProven) throw new Error("the textbook programme isn't solved");
  const total = programme.cost.reduce((sum, cost, column) => sum + cost * Math.round(values[column] ?? 0), 0);
  return { uncoveredWeight: Math.floor(total / penalty), quality: total % penalty };
}

async function expectProven(gap: Gap, truth: { uncoveredWeight: number; quality: number }) {
  const problem = problemOfGap(gap);
  const result = await plan(problem, order);
  expect(verify(problem, result).ok).toBe(true);
  expect(result).toMatchObject({ status: "optimal", gap: 0, score: truth });
}

describe("generalised assignment", () => {
  it.each(orLibraryGap1)("$name of OR-Library: $optimum, as published", async (one) => {
    const profits = readRows(one.profits);
    const costs = profits.map((row) => row.map((profit) => highestProfit - profit));
    const capacity = readRows(one.capacity)[0] ?? [];
    const gap = { costs, takes: readRows(one.takes), capacity };
    const quality = highestProfit * (costs[0]?.length ?? 0) - one.optimum;
    expect(solveTextbook(gap)).toEqual({ uncoveredWeight: 0, quality });
    await expectProven(gap, { uncoveredWeight: 0, quality });
  });

  it.each([
    ["A", 20],
    ["B", 20],
    ["C", 20],
    ["D", 12],
    ["E", 20],
  ] as const)("of class %s with %i jobs, against the textbook programme", async (type, jobs) => {
    for (const seed of [1, 2, 3]) {
      const gap = makeGap(type, 5, jobs, seed);
      await expectProven(gap, solveTextbook(gap));
    }
  });
});

/** Executives anyone may serve, for people with one room each. */
function packing(residual: number, people: number, minutes: readonly number[], weight = (_: number) => 1) {
  const takes = Array.from({ length: people }, () => [...minutes]);
  const costs = takes.map((own) => own.map(() => 1));
  const problem = problemOfGap({ costs, takes, capacity: new Array<number>(people).fill(residual) });
  const episodes = problem.episodes.map((episode, index) => ({
    ...episode,
    minutes: [minutes[index] as number],
    weight: weight(index),
  }));
  return { ...problem, episodes };
}

describe("packings whose least uncovered weight is known by the way they are made", () => {
  it("fills every room to the last minute, and leaves open what comes on top", async () => {
    for (let seed = 1; seed <= 12; seed++) {
      const next = randomStream(seed);
      const whole = [1, 2, 3, 4].flatMap(() => {
        const first = 40 + Math.floor(80 * next());
        const second = 20 + Math.floor(80 * next());
        return [first, second, 240 - first - second];
      });
      const over = [5 + Math.floor(10 * next())].slice(0, seed % 2);
      const result = await plan(packing(240, 4, [...whole, ...over]), order);
      const least = over[0] ?? 0;
      expect({ seed, ...result.lowerBound }).toMatchObject({ seed, uncoveredWeight: least });
      expect(result).toMatchObject({ status: "optimal", score: { uncoveredWeight: least } });
    }
  });

  it("leaves the lightest open where each person has room for one", async () => {
    for (const [people, executives] of [
      [3, 5],
      [6, 9],
      [12, 20],
    ] as const) {
      const minutes = Array.from({ length: executives }, (_, index) => 60 + ((7 * index) % executives));
      const result = await plan(
        packing(100, people, minutes, (index) => 1 + (index % 3)),
        order,
      );
      const weights = minutes.map((one, index) => one * (1 + (index % 3))).sort((a, b) => a - b);
      const least = weights.slice(0, executives - people).reduce((sum, one) => sum + one, 0);
      expect(result).toMatchObject({ status: "optimal", score: { uncoveredWeight: least } });
    }
  });
});
