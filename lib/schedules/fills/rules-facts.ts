import type { PlannedShift } from "@/lib/schedules/week/rules";
import type { Roster, RosterMember } from "@/lib/schedules/week/rules-roster";
import { addDays, type Day } from "@/lib/time/day";
import type { FillQuestion } from "./rules-stating";

/** All that decides a fill, as plain data: no names, no versions, nothing of the days after it. */
export function factsOfQuestion({ weeks, from, to, templates, turns, roleIds }: FillQuestion): object {
  const last = addDays(weeks.at(-1)?.monday ?? to, 6);
  return {
    from,
    to,
    roleIds,
    templates,
    turns: [[...turns.counts], [...turns.presence]],
    weeks: weeks.map((week) => factsOfWeek(week, last)),
  };
}

function factsOfWeek({ monday, people, shifts, roles, demand, rules }: Roster, last: Day) {
  return {
    monday,
    people: people.map(factsOfPerson),
    shifts: shifts.filter(({ on }) => on <= last).map(factsOfShift),
    roles,
    demand,
    rules: [rules.policy, rules.timeZone, [...rules.daysOff.keys()]],
  };
}

function factsOfPerson({ name: _, userId: __, site: ___, skills, usualHours, ...person }: RosterMember) {
  return { ...person, skills: [...skills], usualHours: [...usualHours] };
}

function factsOfShift({ version: _, ...shift }: PlannedShift) {
  return shift;
}
