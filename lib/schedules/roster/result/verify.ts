import { ok, type Parsed, reject } from "@/lib/result";
import { brokenRules } from "../problem/person-rules";
import type { RosterProblem } from "../problem/problem";
import { recount, workedBy } from "./recount";
import type { RosterResult, RosterScore } from "./roster-result";

const mostFaults = 10;

/**
 * Checks a roster against its document without anything of the search: options, every rule of every person, pins, unmet
 * demand, each part of the score and the bound. Returns the recounted score, or the first faults in `details.faults`.
 */
export function verifyRoster(
  problem: RosterProblem,
  result: RosterResult,
): Parsed<RosterScore, "bad_roster"> {
  const faults = [
    ...assignmentFaults(problem, result),
    ...(isRoster(result) ? ruleFaults(problem, result) : []),
  ];
  const { score, unmet } = recount(problem, result.assignments);
  if (isRoster(result)) {
    for (const part of Object.keys(score) as (keyof RosterScore)[]) {
      if (result.score[part] !== score[part]) {
        faults.push(`score.${part} says ${result.score[part]}, recounted ${score[part]}`);
      }
    }
    if (JSON.stringify(unmet) !== JSON.stringify(result.unmet)) faults.push("unmet is not what is missing");
    faults.push(...boundFaults(problem, result));
  }
  return faults.length === 0
    ? ok(score)
    : reject("bad_roster", { details: { faults: faults.slice(0, mostFaults) } });
}

function isRoster({ status }: RosterResult): boolean {
  return status !== "impossible";
}

function assignmentFaults(problem: RosterProblem, { assignments }: RosterResult): string[] {
  const options = new Map(
    problem.people.map(({ id, options: own }) => [id, new Set(own.map(({ shift }) => shift))]),
  );
  const seen = new Set<string>();
  return assignments.flatMap(({ personId, shift }, index) => {
    const key = JSON.stringify([personId, shift]);
    const isTwice = seen.has(key);
    seen.add(key);
    if (isTwice) return [`assignments[${index}]: appears twice`];
    return options.get(personId)?.has(shift) ? [] : [`assignments[${index}]: "${shift}" is not an option`];
  });
}

function ruleFaults(problem: RosterProblem, { assignments }: RosterResult): string[] {
  const worked = workedBy(problem, assignments);
  const held = new Set(assignments.map(({ personId, shift }) => JSON.stringify([personId, shift])));
  return [
    ...problem.people.flatMap((person) =>
      brokenRules(person, problem.days, worked.get(person.id) ?? []).map(
        ({ path }) => `"${person.id}" breaks ${path.join(".")}`,
      ),
    ),
    ...problem.pinned.flatMap(({ personId, shift }) =>
      held.has(JSON.stringify([personId, shift])) ? [] : [`pin of "${personId}" to "${shift}" doesn't hold`],
    ),
  ];
}

function boundFaults(problem: RosterProblem, { lowerBound, score, status }: RosterResult): string[] {
  if (!lowerBound) return status === "optimal" ? ["an optimal roster needs a bound"] : [];
  const isLeast = !problem.demandFirst || lowerBound.unmet === score.unmet;
  const faults: string[] = [];
  if (problem.demandFirst && lowerBound.unmet > score.unmet) faults.push("the bound of unmet lies above it");
  if (isLeast && lowerBound.cost > score.cost) faults.push("the bound of cost lies above it");
  if (status === "optimal" && !(isLeast && lowerBound.cost === score.cost))
    faults.push("optimal, but above its bound");
  return faults;
}
