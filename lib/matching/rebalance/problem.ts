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

const Pair = z.strictObject({ assistantId: id, deskId: id });

/**
 * One question of who should support whom, as a single JSON document. A desk is an executive with the minutes it takes, its weight
 * and its present assistant; `fit` holds every pair that is possible, 0 to 100 each. Fixed desks keep theirs.
 */
export const RebalanceProblem = z.strictObject({
  assistants: z.array(z.strictObject({ id, capacity: count })),
  desks: z.array(
    z.strictObject({
      id,
      load: count,
      weight: count.max(1000, "must be at most 1000").default(1),
      present: id.nullable().default(null),
    }),
  ),
  fit: z.array(Pair.extend({ points: count.max(100, "must be at most 100") })),
  fixed: z.array(id).default([]),
  barred: z.array(Pair).default([]),
  mostChanges: count,
});
export type RebalanceProblem = z.output<typeof RebalanceProblem>;

/** Reads a document; refuses a malformed or contradictory one with its path and a plain reason. */
export function parseRebalanceProblem(input: unknown): Parsed<RebalanceProblem, "bad_problem"> {
  return readProblem(RebalanceProblem.safeParse(input), findFault);
}

type Known = {
  assistants: ReadonlySet<string>;
  desks: ReadonlyMap<string, RebalanceProblem["desks"][number]>;
};

function findFault(problem: RebalanceProblem): ProblemFault | null {
  const known: Known = {
    assistants: new Set(problem.assistants.map((one) => one.id)),
    desks: new Map(problem.desks.map((one) => [one.id, one])),
  };
  return (
    duplicateId(problem.assistants, "assistants") ??
    duplicateId(problem.desks, "desks") ??
    firstFault(problem.desks, ({ present }, index) =>
      present === null || known.assistants.has(present)
        ? null
        : faultAtPath(["desks", index, "present"], `"${present}" is no assistant`),
    ) ??
    pairFault(problem.fit, "fit", known) ??
    pairFault(problem.barred, "barred", known) ??
    fixedFault(problem, known) ??
    (problem.mostChanges > problem.desks.length
      ? faultAtPath(["mostChanges"], `must be at most ${problem.desks.length}, the number of desks`)
      : null)
  );
}

/** A pair as one key. */
export function pairKey({ assistantId, deskId }: { assistantId: string; deskId: string }): string {
  return JSON.stringify([assistantId, deskId]);
}

function pairFault(
  pairs: readonly z.output<typeof Pair>[],
  name: string,
  { assistants, desks }: Known,
): ProblemFault | null {
  const seen = new Set<string>();
  return firstFault(pairs, (pair, index) => {
    const at = (part: string) => [name, index, part];
    if (!assistants.has(pair.assistantId))
      return faultAtPath(at("assistantId"), `"${pair.assistantId}" is no assistant`);
    if (!desks.has(pair.deskId)) return faultAtPath(at("deskId"), `"${pair.deskId}" is no desk`);
    const key = pairKey(pair);
    if (seen.has(key)) return faultAtPath([name, index], "the pair appears twice");
    seen.add(key);
    return null;
  });
}

function fixedFault({ fixed, fit, barred }: RebalanceProblem, { desks }: Known): ProblemFault | null {
  const out = new Set(barred.map(pairKey));
  const possible = new Set(fit.map(pairKey).filter((key) => !out.has(key)));
  const seen = new Set<string>();
  return firstFault(fixed, (deskId, index) => {
    const desk = desks.get(deskId);
    if (!desk) return faultAtPath(["fixed", index], `"${deskId}" is no desk`);
    if (seen.has(deskId)) return faultAtPath(["fixed", index], `"${deskId}" appears twice`);
    seen.add(deskId);
    if (desk.present === null) return faultAtPath(["fixed", index], `"${deskId}" has no assistant to keep`);
    if (possible.has(pairKey({ assistantId: desk.present, deskId }))) return null;
    return faultAtPath(["fixed", index], `"${deskId}" can't keep "${desk.present}": the pair is ruled out`);
  });
}
