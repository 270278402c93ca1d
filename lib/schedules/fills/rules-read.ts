import {
  parseRosterProblem,
  type RosterDocument,
  type RosterProblem,
} from "@/lib/schedules/roster/problem/problem";

/**
 * The document of a fill as the optimiser takes it. What people work already stays even where it breaks a rule: whoever
 * does so keeps their shifts, gets no others, and is asked no rule.
 */
export function readFillProblem(document: RosterDocument): RosterProblem {
  let asked = document;
  for (let tries = 0; tries <= document.people.length; tries++) {
    const parsed = parseRosterProblem(asked);
    if (parsed.ok) return parsed.value;
    const pin = /^pinned\[(\d+)\]/.exec(parsed.path ?? "");
    const personId = pin && asked.pinned?.[Number(pin[1])]?.personId;
    if (!personId)
      throw new Error(`a fill that can't be stated: ${parsed.path} ${String(parsed.details?.message)}`);
    asked = leftAlone(asked, personId);
  }
  throw new Error("a fill that can't be stated");
}

/** The same document, in which the people who have no lawful schedule beside what they work already are left alone. */
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
