import { addText, digestOf, newLanes } from "@/lib/solver/fingerprint";
import type { RosterProblem } from "./problem";

/** A 128-bit fingerprint of a problem, equal for equal documents whatever the order of their keys. */
export function hashRosterProblem(problem: RosterProblem): string {
  const lanes = newLanes();
  // A document that was read has its keys in the order of the schema, except for the people of turns.
  addText(lanes, JSON.stringify({ ...problem, turns: problem.turns.map(sorted) }));
  return digestOf(lanes);
}

function sorted(turns: RosterProblem["turns"][number]) {
  const expected = Object.entries(turns.expected).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...turns, expected };
}
