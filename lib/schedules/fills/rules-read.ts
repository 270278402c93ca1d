import { brokenRules, type PersonDoc, type ShiftDoc } from "@/lib/schedules/roster/problem/person-rules";
import {
  parseRosterProblem,
  type RosterDocument,
  RosterProblem,
} from "@/lib/schedules/roster/problem/problem";
import type { HeldRule } from "./schema";

/** The rule that somebody's planned days break already, and the fewest of them, counted from the first, that do. */
export type PlannedContradiction = { personId: string; rule: HeldRule; days: number[] };
export type ReadFill = { problem: RosterProblem; contradictions: PlannedContradiction[] };

/** What the path of a person's rule in a document is called. */
export function heldRuleOf([first]: readonly (string | number)[]): HeldRule {
  if (first === "rest" || first === "before") return "rest";
  return first === "run" ? "days_in_row" : "week_hours";
}

/**
 * The document of a fill as the optimiser takes it. What people work already stays even where it breaks a rule: whoever
 * does so keeps their shifts, gets no others, is asked no rule, and is named with what contradicts itself.
 */
export function readFillProblem(document: RosterDocument): ReadFill {
  let asked = document;
  const contradictions: PlannedContradiction[] = [];
  for (let tries = 0; tries <= document.people.length; tries++) {
    const parsed = parseRosterProblem(asked);
    if (parsed.ok) return { problem: parsed.value, contradictions };
    const pin = /^pinned\[(\d+)\]/.exec(parsed.path ?? "");
    const personId = pin && asked.pinned?.[Number(pin[1])]?.personId;
    if (!personId)
      throw new Error(`a fill that can't be stated: ${parsed.path} ${String(parsed.details?.message)}`);
    contradictions.push(...contradictionOf(RosterProblem.parse(asked), personId));
    asked = leftAlone(asked, personId);
  }
  throw new Error("a fill that can't be stated");
}

/** The planned days of a person that break a rule together, as few as can be left of them. */
function contradictionOf(
  { people, shifts, pinned, days }: RosterProblem,
  id: string,
): PlannedContradiction[] {
  const person = people.find((one) => one.id === id) as PersonDoc;
  const own = new Set(pinned.flatMap((pin) => (pin.personId === id ? [pin.shift] : [])));
  const brokenBy = (worked: readonly ShiftDoc[]) =>
    brokenRules(person, days, worked).find(({ mayMend }) => !mayMend);
  let fewest = shifts.filter((shift) => own.has(shift.id)).sort((a, b) => a.day - b.day);
  for (const shift of [...fewest]) {
    const fewer = fewest.filter((one) => one !== shift);
    if (brokenBy(fewer)) fewest = fewer;
  }
  const broken = brokenBy(fewest);
  return broken ? [{ personId: id, rule: heldRuleOf(broken.path), days: fewest.map(({ day }) => day) }] : [];
}

/** The same document, in which some people keep what they work already and get nothing else. */
export function withoutContradiction(document: RosterDocument, personIds: readonly string[]): RosterDocument {
  return personIds.reduce(leftAlone, document);
}

function leftAlone(document: RosterDocument, personId: string): RosterDocument {
  const kept = new Set(document.pinned?.flatMap((pin) => (pin.personId === personId ? [pin.shift] : [])));
  return {
    ...document,
    people: document.people.map((person) =>
      person.id === personId
        ? { id: personId, options: person.options?.filter(({ shift }) => kept.has(shift)) ?? [] }
        : person,
    ),
  };
}
