import type { PlanProblem } from "@/lib/coverage/planner/problem/problem";
import { randomStream } from "@/lib/solver/random";

/** A generalised assignment problem: what serving job j costs and takes of agent i, and what each agent has. */
export type Gap = { costs: number[][]; takes: number[][]; capacity: number[] };

export type GapType = "A" | "B" | "C" | "D" | "E";

/** A random instance of one of the five classes of the literature (Chu and Beasley 1997; Yagiura et al. 1998 for E). */
export function makeGap(type: GapType, agents: number, jobs: number, seed: number): Gap {
  const next = randomStream(seed);
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const costs: number[][] = [];
  const takes: number[][] = [];
  for (let agent = 0; agent < agents; agent++) {
    const own = Array.from({ length: jobs }, () => drawJob(type, next, between));
    costs.push(own.map((one) => one.cost));
    takes.push(own.map((one) => one.take));
  }
  const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
  if (type !== "A" && type !== "B") {
    const capacity = takes.map((own) => Math.floor((0.8 * sum(own)) / agents));
    return { costs, takes, capacity };
  }
  const cheapest = Array.from({ length: jobs }, (_, job) => {
    const offers = costs.map((own) => own[job] as number);
    return offers.indexOf(Math.min(...offers));
  });
  const loads = takes.map((own, agent) => sum(own.filter((_, job) => cheapest[job] === agent)));
  const loose = 9 * (jobs / agents) + 0.4 * Math.max(...loads);
  const each = Math.floor(type === "A" ? loose : 0.7 * loose);
  return { costs, takes, capacity: new Array<number>(agents).fill(each) };
}

function drawJob(type: GapType, next: () => number, between: (low: number, high: number) => number) {
  if (type === "D") {
    const take = between(1, 100);
    return { take, cost: 111 - take + between(-10, 10) };
  }
  if (type === "E") {
    const take = 1 - 10 * Math.log(1 - next());
    return { take: Math.ceil(take), cost: Math.max(0, Math.round(1000 / take - 10 * next())) };
  }
  return { take: between(5, 25), cost: between(10, 50) };
}

/** The same question to the planner: one slot, agents with their capacity, jobs as episodes, misfit alone as the cost. */
export function problemOfGap({ costs, takes, capacity }: Gap): PlanProblem {
  const jobs = costs[0]?.length ?? 0;
  return {
    slots: 1,
    assistants: capacity.map((minutes, agent) => ({ id: `a${agent}`, capacity: [minutes], expected: 0 })),
    episodes: Array.from({ length: jobs }, (_, job) => ({
      id: `x${job}`,
      executiveId: `e${job}`,
      absenceId: "b",
      from: 0,
      to: 1,
      minutes: [1],
      weight: 1,
      candidates: capacity.map((_, agent) => ({
        assistantId: `a${agent}`,
        misfit: costs[agent]?.[job] ?? 0,
        minutes: [takes[agent]?.[job] ?? 0],
      })),
    })),
    pinned: [],
    prior: [],
    weights: { piece: 0, change: 0, fairness: [0, 0] },
  };
}

/**
 * The five problems of gap1 in J. E. Beasley's OR-Library (five agents, fifteen jobs, solved as maximisation), each with
 * its published optimum: profits by agent, what jobs take by agent, capacities.
 */
export const orLibraryGap1 = [
  {
    name: "c515-1",
    optimum: 336,
    profits: `
      17 21 22 18 24 15 20 18 19 18 16 22 24 24 16
      23 16 21 16 17 16 19 25 18 21 17 15 25 17 24
      16 20 16 25 24 16 17 19 19 18 20 16 17 21 24
      19 19 22 22 20 16 19 17 21 19 25 23 25 25 25
      18 19 15 15 21 25 16 16 23 15 22 17 19 22 24`,
    takes: `
      8 15 14 23 8 16 8 25 9 17 25 15 10 8 24
      15 7 23 22 11 11 12 10 17 16 7 16 10 18 22
      21 20 6 22 24 10 24 9 21 14 11 14 11 19 16
      20 11 8 14 9 5 6 19 19 7 6 6 13 9 18
      8 13 13 13 10 20 25 16 16 17 10 10 5 12 23`,
    capacity: "36 34 38 27 33",
  },
  {
    name: "c515-2",
    optimum: 327,
    profits: `
      19 23 24 20 20 25 16 21 24 15 17 17 20 20 20
      25 24 16 21 19 17 17 19 23 21 21 23 20 15 16
      16 21 25 22 24 24 16 17 15 18 15 17 18 24 18
      25 24 18 19 15 18 20 22 23 18 16 19 17 15 22
      25 19 21 22 20 15 20 19 18 18 17 23 17 25 25`,
    takes: `
      16 12 8 20 18 10 12 8 14 23 19 14 15 15 24
      16 18 19 22 13 20 9 7 25 10 20 13 11 15 16
      6 20 20 5 14 12 6 15 22 18 13 23 23 18 25
      18 23 25 17 25 13 23 23 13 20 20 23 17 19 24
      12 17 15 25 22 5 24 19 12 25 23 21 23 19 18`,
    capacity: "36 37 38 48 44",
  },
  {
    name: "c515-3",
    optimum: 339,
    profits: `
      22 21 16 17 21 15 17 22 22 25 18 20 24 15 22
      23 24 19 15 16 21 15 25 16 21 20 19 16 23 20
      21 20 21 25 21 20 21 19 17 16 25 19 15 15 15
      17 21 25 25 23 22 20 19 20 25 15 20 21 25 23
      15 25 23 19 17 17 25 24 24 17 24 19 18 19 16`,
    takes: `
      23 10 15 13 17 10 13 6 9 21 20 7 9 25 8
      17 13 8 23 11 18 7 22 13 5 24 24 15 10 22
      22 17 22 23 20 11 17 25 23 9 22 20 15 9 25
      5 19 25 16 15 10 18 9 11 20 7 21 15 8 25
      22 9 10 23 19 21 17 15 15 17 25 19 10 9 21`,
    capacity: "32 37 44 35 40",
  },
  {
    name: "c515-4",
    optimum: 341,
    profits: `
      15 25 20 18 19 21 18 22 24 15 25 17 17 15 22
      20 18 25 25 16 24 22 24 17 18 23 25 21 25 24
      25 19 18 18 23 18 15 22 23 16 25 22 22 15 16
      19 19 23 17 19 19 22 19 23 22 24 22 25 19 16
      25 24 17 19 25 19 23 19 25 15 19 21 18 19 22`,
    takes: `
      20 20 18 9 18 5 16 18 13 24 21 23 15 19 9
      5 12 18 8 22 19 19 11 7 19 20 17 21 25 5
      18 8 8 9 20 20 23 13 15 12 6 12 25 25 23
      17 19 24 9 16 22 10 17 12 17 15 21 16 18 6
      14 6 20 6 21 5 11 23 20 21 20 18 13 13 21`,
    capacity: "39 36 37 38 37",
  },
  {
    name: "c515-5",
    optimum: 326,
    profits: `
      25 25 18 24 20 19 25 24 23 15 18 18 25 15 22
      25 18 17 22 21 23 20 23 16 19 15 18 16 23 16
      18 16 19 15 15 18 15 20 19 24 22 20 25 16 21
      18 21 16 18 17 24 18 23 22 16 17 22 22 18 16
      17 18 15 21 23 21 24 23 20 22 19 15 22 22 25`,
    takes: `
      16 20 9 22 17 19 20 22 20 13 6 20 23 19 7
      12 22 18 18 6 13 17 17 17 14 20 12 17 14 22
      5 19 19 14 24 16 7 8 9 22 13 23 24 15 20
      20 8 6 9 5 17 23 18 14 12 14 17 15 23 21
      6 6 24 24 8 7 5 25 21 18 12 20 20 7 12`,
    capacity: "40 38 38 35 34",
  },
] as const;

/** Reads rows of numbers. */
export function readRows(text: string): number[][] {
  return text
    .trim()
    .split("\n")
    .map((row) => row.trim().split(/\s+/).map(Number));
}
