import type { Highs } from "highs";
import { beforeAll, describe, expect, it } from "vitest";
import { plan } from "@/lib/coverage/planner/plan";
import { verify } from "@/lib/coverage/planner/result/verify";
import { addColumn, addRow, emptyProgramme, loadSolver, solveProgramme } from "@/lib/solver/programme";
import { makeStopping } from "@/lib/solver/stopping";
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
