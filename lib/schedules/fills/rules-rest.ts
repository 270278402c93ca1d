import type { RosterDocument } from "@/lib/schedules/roster/problem/problem";
import type { RosterResult } from "@/lib/schedules/roster/result/roster-result";
import type { PlannedShift } from "@/lib/schedules/week/rules";
import { longestRest } from "@/lib/schedules/week/rules-findings-rest";
import { addDays } from "@/lib/time/day";
import { KEPT } from "./rules-planned";
import type { FillDocument } from "./rules-problem";
import type { Shape } from "./rules-shapes";
import { type FillQuestion, plannedBetween } from "./rules-stating";

/** Somebody whose week has too little rest in one piece once they are given some shifts, and how many they may be given. */
export type ShortRest = { personId: string; week: number; atMost: number };

/**
 * Whom a roster leaves too little weekly rest. They may be given one shift fewer in that week, or none where what they work already
 * leaves too little.
 */
export function shortWeeklyRests(
  question: FillQuestion,
  { stating, shapes }: FillDocument,
  { assignments }: Pick<RosterResult, "assignments">,
): ShortRest[] {
  const given = new Map<string, Shape[]>();
  for (const { personId, shift } of assignments) {
    const shape = shapes.get(shift);
    if (shape) given.set(personId, [...(given.get(personId) ?? []), shape]);
  }
  return question.weeks.flatMap((roster, week) => {
    const { monday, rules, people } = roster;
    const sunday = addDays(monday, 6);
    return people.flatMap((person): ShortRest[] => {
      const fresh = (given.get(person.id) ?? []).filter(({ on }) => on >= monday && on <= sunday);
      if (fresh.length === 0) return [];
      const days = new Set(fresh.map(({ on }) => on));
      const planned = plannedBetween(stating, roster, person.id, { from: monday, to: sunday });
      const restOf = (shifts: readonly (Shape | PlannedShift)[]) =>
        longestRest({ person, rules, monday, shifts: shifts.map(asPlanned).sort(byTime) });
      const least = rules.policy.weeklyRestMinutes;
      const kept = planned.filter(({ on }) => !days.has(on));
      if (restOf([...kept, ...fresh]) >= least) return [];
      return [{ personId: person.id, week, atMost: restOf(kept) < least ? 0 : fresh.length - 1 }];
    });
  });
}

function asPlanned(shift: Shape | PlannedShift): PlannedShift {
  return {
    ...{ id: "", assistantId: null, status: "draft", version: 0, supersedesId: null, isRemoval: false },
    ...shift,
  };
}

function byTime(a: PlannedShift, b: PlannedShift): number {
  return a.on === b.on ? a.startMinute - b.startMinute : a.on < b.on ? -1 : 1;
}

/** The document in which some people may be given no more than so many shifts in a week. */
export function withMoreRest(document: RosterDocument, short: readonly ShortRest[]): RosterDocument {
  const dayOf = new Map(document.shifts.map(({ id, day }) => [id, day]));
  return {
    ...document,
    people: document.people.map((person) => {
      const most = short.flatMap(({ personId, week, atMost }) => {
        if (personId !== person.id) return [];
        const shifts = (person.options ?? []).flatMap(({ shift }) => {
          const place = Math.floor((dayOf.get(shift) ?? -1) / 7);
          return place === week && !shift.startsWith(KEPT) ? [shift] : [];
        });
        return [{ shifts, count: atMost }];
      });
      return most.length === 0 ? person : { ...person, most: [...(person.most ?? []), ...most] };
    }),
  };
}
