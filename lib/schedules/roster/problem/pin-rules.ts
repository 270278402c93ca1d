import type { ProblemFault } from "@/lib/solver/problem-faults";
import { brokenRules } from "./person-rules";
import type { RosterProblem } from "./problem";
import { shiftsOf } from "./shifts";

/** The first pin that is no option, or that breaks a rule beside the pins before it; or null. */
export function pinFault(problem: RosterProblem): ProblemFault | null {
  const people = new Map(problem.people.map((person) => [person.id, person]));
  const held = new Map<string, RosterProblem["shifts"]>();
  for (const [index, { personId, shift: id }] of problem.pinned.entries()) {
    const person = people.get(personId);
    const shift = shiftsOf(problem).get(id);
    if (!person || !shift || !person.options.some((option) => option.shift === id)) {
      return { path: ["pinned", index, "shift"], message: `"${id}" is not an option of "${personId}"` };
    }
    const worked = [...(held.get(personId) ?? []), shift].sort((a, b) => a.day - b.day);
    const rule = brokenRules(person, problem.days, worked).find((one) => !one.mayMend);
    if (rule) {
      const message = `breaks "${rule.path.join(".")}" of "${personId}" beside the pins before it`;
      return { path: ["pinned", index], message };
    }
    held.set(personId, worked);
  }
  return null;
}
