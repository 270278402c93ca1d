import { hoursAtWork, type PlannedShift } from "@/lib/schedules/week/rules";
import { hoursAway, lackingSkill } from "@/lib/schedules/week/rules-person";
import type { Roster, RosterMember } from "@/lib/schedules/week/rules-roster";
import { addDays, type Day, daysBetween } from "@/lib/time/day";
import { type Hours, minutesOf, withoutHours } from "@/lib/time/hours";
import { optionsOf } from "./rules-options";
import { sharedDays, workWithoutBreak } from "./rules-shapes";
import { type OptionDocument, plannedBetween, type ShiftDocument, type Stating } from "./rules-stating";

/** How the ids of what people work already begin. */
export const KEPT = "kept ";

/** The key of somebody's draft of a day. */
export function looseKey(personId: string, on: Day): string {
  return `${personId} ${on}`;
}

/** A day that somebody works already, and the ways in which it may be shared with a role; none where it stays as it is. */
export type KeptDay = { shift: ShiftDocument; shared: OptionDocument[] };

/** What somebody works in a week already, a day at a time. */
export function keptDays(stating: Stating, week: Roster, person: RosterMember): KeptDay[] {
  const own = plannedBetween(stating, week, person.id, { from: week.monday, to: addDays(week.monday, 6) });
  return [...new Set(own.map(({ on }) => on))].map((on) => {
    const ofDay = own.filter((shift) => shift.on === on);
    const shift = keptShift(stating, on, ofDay, person);
    stating.shifts.set(shift.id, shift);
    return { shift, shared: waysToShare(stating, week, person, on) };
  });
}

// Without what an absence calls off.
function keptShift(
  { first, elapsed }: Stating,
  on: Day,
  shifts: readonly PlannedShift[],
  person: RosterMember,
): ShiftDocument {
  const away = hoursAway(person, on);
  const work = shifts.flatMap(workWithoutBreak).flatMap(({ roleId, ...hours }) =>
    away
      .reduce<Hours[]>((left, cut) => left.flatMap((one) => withoutHours(one, cut)), [hours])
      .map((left) => ({
        role: roleId,
        from: elapsed(on, left.startMinute),
        to: elapsed(on, left.endMinute),
      })),
  );
  return {
    id: `${KEPT}${person.id} ${on}`,
    day: daysBetween(first.monday, on),
    from: elapsed(on, Math.min(...shifts.map(({ startMinute }) => startMinute))),
    to: elapsed(on, Math.max(...shifts.map(({ endMinute }) => endMinute))),
    minutes: minutesOf(shifts.flatMap(hoursAtWork)),
    work,
  };
}

function waysToShare(stating: Stating, week: Roster, person: RosterMember, on: Day): OptionDocument[] {
  const { question, needs, loose } = stating;
  const draft = looseDraft(stating, week, person.id, on);
  if (!draft || on < question.from || on > question.to) return [];
  const able = (needs.get(on) ?? []).filter((need) => !lackingSkill(person, [need], week.rules.roles));
  const ways = optionsOf(stating, week, person, sharedDays({ ...draft, work: [...draft.work] }, able));
  if (ways.length > 0) loose.set(looseKey(person.id, on), draft);
  return ways;
}

// Somebody's only shift of a day, a draft of one role with executives that changes nothing published and is not locked.
function looseDraft(stating: Stating, week: Roster, personId: string, on: Day): PlannedShift | null {
  const ofDay = plannedBetween(stating, week, personId, { from: on, to: on });
  const [draft] = ofDay;
  const isFree = ofDay.length === 1 && draft?.status === "draft" && draft.supersedesId === null;
  if (!draft || !isFree || draft.isLocked) return null;
  const role = week.roles.find(({ id }) => id === draft.work[0]?.roleId);
  return draft.work.length === 1 && role?.isWithExecutives ? draft : null;
}
