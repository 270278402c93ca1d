import { usesOf } from "@/lib/absences/balances/rules-usage";
import { type WorkCalendar, workedHoursIn } from "@/lib/availability/rules";
import type { Day } from "@/lib/time/day";
import { DAY_PARTS } from "@/lib/time/half-day";
import { monthOf } from "@/lib/time/month";
import { stretchOfHours } from "@/lib/time/stretch";
import type { WallchartPerson, WallchartView } from "./schema";

export type AwaySpan = WallchartPerson["away"][number];

/** Which half-days of the days shown a person works, by their place among them. */
export function workedHalves(calendar: WorkCalendar, days: readonly Day[]): boolean[] {
  return days.flatMap((on) => DAY_PARTS.map((part) => workedHoursIn(calendar, { on, part }) !== null));
}

/**
 * The shares of working days that approved absences take, as a balance counts them, by the day's place among the days shown.
 * The half-days worked can be handed in where many people work the same.
 */
export function approvedShares(
  calendar: WorkCalendar,
  spans: readonly AwaySpan[],
  days: readonly Day[],
  worked: readonly boolean[] = workedHalves(calendar, days),
): Map<number, number> {
  const shares = new Map<number, number>();
  const add = (offset: number, share: number) => shares.set(offset, (shares.get(offset) ?? 0) + share);
  for (const span of spans) {
    const [first, last, , status, startMinute] = span;
    if (status !== "approved") continue;
    if (startMinute !== null) addHours(calendar, span, days, add);
    else
      for (let half = Math.max(first, 0); half <= last && half < worked.length; half++)
        if (worked[half]) add(Math.floor(half / 2), HALF_A_DAY);
  }
  return shares;
}

const HALF_A_DAY = 0.5;

/** Hours of one day, as their share of what is worked then. */
function addHours(
  calendar: WorkCalendar,
  [first, , , , startMinute, endMinute]: AwaySpan,
  days: readonly Day[],
  add: (offset: number, share: number) => void,
): void {
  const offset = Math.floor(first / 2);
  const on = days[offset];
  if (!on || startMinute === null || endMinute === null) return;
  for (const { amount } of usesOf(stretchOfHours(on, { startMinute, endMinute }), calendar, "days"))
    add(offset, amount / 100);
}

/** Working days away in each month shown, to a hundredth of a day. */
export function daysByMonth(shares: ReadonlyMap<number, number>, days: readonly Day[]): number[] {
  const sums = new Map(days.map((on) => [monthOf(on), 0]));
  for (const [offset, share] of shares) {
    const month = monthOf(days[offset] as Day);
    sums.set(month, (sums.get(month) ?? 0) + share);
  }
  return [...sums.values()].map((sum) => Math.round(sum * 100) / 100);
}

/** People under the headings a wallchart is grouped by, in the order of the headings; who has none comes last. */
export function groupedPeople(
  headings: readonly (readonly string[])[],
  compare: (a: string, b: string) => number,
): { label: string; people: number[] }[] {
  const groups = new Map<string, number[]>();
  headings.forEach((labels, person) => {
    for (const label of labels.length > 0 ? labels : [""]) {
      const group = groups.get(label);
      if (group) group.push(person);
      else groups.set(label, [person]);
    }
  });
  return [...groups]
    .sort(([a], [b]) => Number(a === "") - Number(b === "") || compare(a, b))
    .map(([label, people]) => ({ label, people }));
}

/** People and their groups cut to the first rows, for a page that is read before the rest has come. */
export function firstRows<P>(
  { people, groups }: { people: readonly P[]; groups: WallchartView["groups"] },
  count: number,
): { people: P[]; groups: WallchartView["groups"] } {
  const places = new Map<number, number>();
  const kept: WallchartView["groups"] = [];
  let left = count;
  for (const group of groups) {
    const shown = group.people.slice(0, left);
    left -= shown.length;
    if (shown.length === 0) break;
    for (const person of shown) if (!places.has(person)) places.set(person, places.size);
    kept.push({ label: group.label, people: shown.map((person) => places.get(person) ?? 0) });
  }
  return { groups: kept, people: [...places.keys()].flatMap((person) => people[person] ?? []) };
}

/** How many rows groups have; a person under several headings counts under each. */
export function countRows({ groups }: Pick<WallchartView, "groups">): number {
  return groups.reduce((sum, group) => sum + group.people.length, 0);
}
