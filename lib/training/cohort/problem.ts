import { z } from "zod";
import type { Parsed } from "@/lib/result";
import {
  duplicateId,
  faultAtPath,
  firstFault,
  type ProblemFault,
  readProblem,
} from "@/lib/solver/problem-faults";
import { count, id } from "@/lib/solver/problem-fields";

const Cohort = z.strictObject({
  /** How many one session takes, and fewer than how many make none. */
  seats: count.min(1, "must be at least 1"),
  least: count.default(0),
  /** When a session can be held, in the order of time: the half-days it takes. */
  windows: z.array(z.strictObject({ id, slots: z.array(count).min(1, "must name a half-day") })),
  /** Everybody who may cover, with the minutes they have left in each half-day. */
  people: z.array(z.strictObject({ id, capacity: z.array(count) })),
  /** Who is to be placed; in any window when none is named. */
  cohort: z.array(z.strictObject({ id, windows: z.array(id).optional() })),
  /** What is served in a half-day by its own people: it needs cover when all of them are on a course then. */
  pieces: z.array(
    z.strictObject({
      id,
      slot: count,
      minutes: count,
      own: z.array(id).min(1, "must name who serves it"),
      candidates: z.array(z.strictObject({ id, cost: count.default(0) })),
    }),
  ),
  together: z.array(z.tuple([id, id])).default([]),
  apart: z.array(z.tuple([id, id])).default([]),
  at: z.array(z.strictObject({ id, window: id })).default([]),
});

/** People to be placed in sessions of a course, where each can be held, and who could cover meanwhile. */
export type CohortProblem = z.infer<typeof Cohort>;

/** Reads a problem document; refuses a malformed or contradictory one with its path and a plain reason. */
export function parseCohortProblem(document: unknown): Parsed<CohortProblem, "bad_problem"> {
  return readProblem(Cohort.safeParse(document), findFault);
}

function findFault(problem: CohortProblem): ProblemFault | null {
  const { windows, people, cohort, pieces, together, apart, at, least, seats } = problem;
  const [windowIds, personIds, cohortIds] = [windows, people, cohort].map(
    (list) => new Set(list.map((one) => one.id)),
  ) as [Set<string>, Set<string>, Set<string>];
  const unknown = (known: Set<string>, what: string, name: string, path: (string | number)[]) =>
    known.has(name) ? null : faultAtPath(path, `"${name}" is no ${what}`);
  const pairs = (list: readonly (readonly [string, string])[], name: string) =>
    firstFault(
      list,
      ([a, b], i) =>
        unknown(cohortIds, "member of the cohort", a, [name, i, 0]) ??
        unknown(cohortIds, "member of the cohort", b, [name, i, 1]) ??
        (a === b ? faultAtPath([name, i], "names one person twice") : null),
    );
  return (
    (least > seats ? faultAtPath(["least"], "is more than the seats") : null) ??
    duplicateId(windows, "windows") ??
    duplicateId(people, "people") ??
    duplicateId(cohort, "cohort") ??
    duplicateId(pieces, "pieces") ??
    firstFault(cohort, (member, i) =>
      firstFault(member.windows ?? [], (name, j) =>
        unknown(windowIds, "window", name, ["cohort", i, "windows", j]),
      ),
    ) ??
    firstFault(pieces, ({ own, candidates }, i) =>
      firstFault(candidates, ({ id: name }, j) =>
        own.includes(name)
          ? faultAtPath(["pieces", i, "candidates", j, "id"], `"${name}" serves it already`)
          : unknown(personIds, "person", name, ["pieces", i, "candidates", j, "id"]),
      ),
    ) ??
    pairs(together, "together") ??
    pairs(apart, "apart") ??
    firstFault(
      at,
      ({ id: name, window }, i) =>
        unknown(cohortIds, "member of the cohort", name, ["at", i, "id"]) ??
        unknown(windowIds, "window", window, ["at", i, "window"]),
    )
  );
}
