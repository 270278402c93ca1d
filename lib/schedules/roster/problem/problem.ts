import { z } from "zod";
import type { Parsed } from "@/lib/result";
import { readProblem } from "@/lib/solver/problem-faults";
import { count, id, LARGEST } from "@/lib/solver/problem-fields";
import { findRosterFault } from "./problem-rules";

const mostDays = 400;

const Hours = z.strictObject({
  from: count,
  to: count,
  min: count.default(0),
  max: count.default(LARGEST),
  target: count.default(0),
  under: count.default(0),
  over: count.default(0),
});

const Person = z.strictObject({
  id,
  options: z
    .array(z.strictObject({ shift: id, cost: count.max(1000, "must be at most 1000").default(0) }))
    .default([]),
  wants: z.array(z.strictObject({ shifts: z.array(id), cost: count })).default([]),
  hours: z.array(Hours).default([]),
  rest: count.default(0),
  run: z
    .strictObject({ min: count.default(1), max: count.default(mostDays) })
    .default({ min: 1, max: mostDays }),
  off: z.strictObject({ min: count.default(1) }).default({ min: 1 }),
  weekends: count.optional(),
  most: z.array(z.strictObject({ shifts: z.array(id), count })).default([]),
  before: z.strictObject({ run: count.default(0), rested: count.default(LARGEST) }).optional(),
});

const Shift = z.strictObject({
  id,
  day: count,
  from: count,
  to: count,
  minutes: count,
  work: z.array(z.strictObject({ role: id, from: count, to: count })).default([]),
});

const Demand = z.strictObject({
  id,
  role: id,
  from: count,
  to: count,
  need: count,
  weight: count.default(1),
  over: count.default(0),
});

const Turns = z.strictObject({
  id,
  shifts: z.array(id),
  expected: z.record(z.string(), count).default({}),
  weights: z.tuple([count, count]),
});

const Held = z.strictObject({ personId: id, shift: id });

/**
 * One rostering question as a single JSON document: who may work which shift, and which heads are needed when. Days run
 * from a Monday; `from` and `to` of shifts and demand are minutes that really elapse from midnight of day 0.
 */
export const RosterProblem = z.strictObject({
  days: count.min(1, "must be at least 1").max(mostDays, `must be at most ${mostDays}`),
  people: z.array(Person),
  shifts: z.array(Shift),
  demand: z.array(Demand),
  turns: z.array(Turns).default([]),
  pinned: z.array(Held).default([]),
  prior: z.array(Held).default([]),
  weights: z.strictObject({ change: count.default(0) }).default({ change: 0 }),
  demandFirst: z.boolean().default(true),
});
export type RosterProblem = z.output<typeof RosterProblem>;

/** A rostering document as it is written, where most may be left out. */
export type RosterDocument = z.input<typeof RosterProblem>;

/** Reads a rostering document; refuses a malformed or contradictory one with its path and a plain reason. */
export function parseRosterProblem(input: unknown): Parsed<RosterProblem, "bad_problem"> {
  return readProblem(RosterProblem.safeParse(input), findRosterFault);
}
