import { z } from "zod";
import type { Parsed } from "@/lib/result";
import { readProblem } from "@/lib/solver/problem-faults";
import { count, id } from "@/lib/solver/problem-fields";
import { findFault } from "./problem-rules";

const served = z.strictObject({ episodeId: id, slot: count, assistantId: id });

/** One planning question as a single JSON document; every number is a non-negative integer. */
export const PlanProblem = z.strictObject({
  slots: count.max(10_000, "must be at most 10000"),
  assistants: z.array(z.strictObject({ id, capacity: z.array(count), expected: count })),
  episodes: z.array(
    z.strictObject({
      id,
      executiveId: id,
      absenceId: id,
      from: count,
      to: count,
      minutes: z.array(count),
      weight: count,
      candidates: z.array(
        z.strictObject({
          assistantId: id,
          misfit: count.max(1000, "must be at most 1000"),
          minutes: z.array(count).optional(),
        }),
      ),
    }),
  ),
  pinned: z.array(served).default([]),
  prior: z.array(served).default([]),
  weights: z.strictObject({ piece: count, change: count, fairness: z.tuple([count, count]) }),
});
export type PlanProblem = z.output<typeof PlanProblem>;

/** Reads a planning document; refuses a malformed or contradictory one with its path and a plain reason. */
export function parseProblem(input: unknown): Parsed<PlanProblem, "bad_problem"> {
  return readProblem(PlanProblem.safeParse(input), findFault);
}
