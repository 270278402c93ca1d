import type { RosterProblem } from "./problem";

export type PersonDoc = RosterProblem["people"][number];
export type ShiftDoc = RosterProblem["shifts"][number];

/** A rule of one person that their shifts break; one that more work might mend is not yet broken by a part of them. */
export type BrokenRule = { path: (string | number)[]; mayMend: boolean };

const broken = (...path: (string | number)[]): BrokenRule => ({ path, mayMend: false });
const short = (...path: (string | number)[]): BrokenRule => ({ path, mayMend: true });

/** The rules a person's shifts of a horizon break, by their path below the person; the shifts in the order of their days. */
export function brokenRules(person: PersonDoc, days: number, worked: readonly ShiftDoc[]): BrokenRule[] {
  return [
    ...restRules(person, worked),
    ...runRules(person, days, new Set(worked.map((shift) => shift.day))),
    ...countRules(person, worked),
  ];
}

function restRules(person: PersonDoc, worked: readonly ShiftDoc[]): BrokenRule[] {
  const found: BrokenRule[] = [];
  for (const [place, shift] of worked.entries()) {
    const last = worked[place - 1];
    if (last?.day === shift.day) found.push(broken("options"));
    else if (last && shift.from < last.to + person.rest) found.push(broken("rest"));
    else if (!last && person.before && shift.from < person.rest - person.before.rested) {
      found.push(broken("before", "rested"));
    }
  }
  return found;
}

// Runs and days off that touch an end of the horizon are never too short.
function runRules(person: PersonDoc, days: number, on: Set<number>): BrokenRule[] {
  const found: BrokenRule[] = [];
  for (let day = 0; day < days; ) {
    const works = on.has(day);
    const first = day;
    while (day < days && on.has(day) === works) day++;
    const isInside = first > 0 && day < days;
    const length = day - first + (works && first === 0 ? (person.before?.run ?? 0) : 0);
    if (works && length > person.run.max) found.push(broken("run", "max"));
    if (works && isInside && length < person.run.min) found.push(short("run", "min"));
    if (!works && isInside && length < person.off.min) found.push(short("off", "min"));
  }
  return found;
}

function countRules(person: PersonDoc, worked: readonly ShiftDoc[]): BrokenRule[] {
  const found: BrokenRule[] = [];
  for (const [place, hours] of person.hours.entries()) {
    const minutes = minutesWithin(hours, worked);
    if (minutes > hours.max) found.push(broken("hours", place, "max"));
    if (minutes < hours.min) found.push(short("hours", place, "min"));
  }
  const weekends = new Set(worked.filter(({ day }) => day % 7 >= 5).map(({ day }) => Math.floor(day / 7)));
  if (weekends.size > (person.weekends ?? weekends.size)) found.push(broken("weekends"));
  for (const [place, { shifts, count }] of person.most.entries()) {
    if (worked.filter(({ id }) => shifts.includes(id)).length > count) found.push(broken("most", place));
  }
  return found;
}

/** The minutes of the shifts that lie in the days of a stretch of hours. */
export function minutesWithin(hours: { from: number; to: number }, worked: readonly ShiftDoc[]): number {
  return worked.reduce(
    (sum, { day, minutes }) => sum + (day >= hours.from && day < hours.to ? minutes : 0),
    0,
  );
}
