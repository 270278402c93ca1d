import { defineMoves } from "@/lib/moves/rules";
import { addDays, type Day, daysBetween } from "@/lib/time/day";
import type { COURSE_KINDS } from "@/lib/training/courses/schema";

export const ARRANGEMENT_KINDS = [
  "room",
  "catering",
  "material",
  "travel",
  "equipment",
  "access",
  "other",
] as const;
export type ArrangementKind = (typeof ARRANGEMENT_KINDS)[number];

export const ARRANGEMENT_STATUSES = ["open", "done", "not_needed"] as const;
export type ArrangementStatus = (typeof ARRANGEMENT_STATUSES)[number];

/** Something to see to is done or not needed, and may be taken up again. */
export const ARRANGEMENT_MOVES = defineMoves("arrangements", ARRANGEMENT_STATUSES, {
  settle: { from: ["open"], to: "done" },
  dismiss: { from: ["open"], to: "not_needed" },
  reopen: { from: ["done", "not_needed"], to: "open" },
});
export type ArrangementMove = keyof typeof ARRANGEMENT_MOVES.moves;

/** What people who are there need is known to who sees to these. */
export const FOR_ATTENDEES = ["catering", "access"] as const satisfies readonly ArrangementKind[];

/** What a session of each kind of course usually needs, and how many days before its first date. */
const USUAL: Record<(typeof COURSE_KINDS)[number], readonly (readonly [ArrangementKind, number])[]> = {
  class: [
    ["room", 14],
    ["material", 7],
    ["access", 7],
  ],
  course: [
    ["room", 14],
    ["equipment", 7],
    ["material", 7],
    ["access", 7],
  ],
  workshop: [
    ["room", 14],
    ["catering", 7],
    ["equipment", 7],
    ["access", 7],
  ],
  conference: [
    ["travel", 21],
    ["room", 21],
    ["access", 14],
  ],
  e_learning: [],
};

/** What there is to see to for a session that begins on a day, each due so long before, and not before today. */
export function usualArrangements(
  kind: (typeof COURSE_KINDS)[number],
  firstDate: Day | undefined,
  today: Day,
): { kind: ArrangementKind; dueOn: Day }[] {
  if (!firstDate) return [];
  return USUAL[kind].map(([one, days]) => {
    const dueOn = addDays(firstDate, -days);
    return { kind: one, dueOn: dueOn < today ? today : dueOn };
  });
}

/** The day something is due when the first date moves: as long before it as ever, and not before today. */
export function movedDueOn(dueOn: Day, from: Day, to: Day, today: Day): Day {
  const moved = addDays(dueOn, daysBetween(from, to));
  return moved < today ? today : moved;
}
