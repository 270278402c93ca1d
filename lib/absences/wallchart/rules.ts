import { usesOf } from "@/lib/absences/balances/rules-usage";
import type { WorkCalendar } from "@/lib/availability/rules";
import { type Day, daysBetween } from "@/lib/time/day";
import { halfDayIndex } from "@/lib/time/half-day";
import { monthOf } from "@/lib/time/month";
import { sharedStretch, stretchOfSpan, wholeHalves } from "@/lib/time/stretch";
import type { WallchartPerson, WallchartView } from "./schema";

export type AwaySpan = WallchartPerson["away"][number];

/** The shares of working days that approved absences take, as a balance counts them, by the day's place among the days shown. */
export function approvedShares(
  calendar: WorkCalendar,
  spans: readonly AwaySpan[],
  days: readonly Day[],
): Map<number, number> {
  const shares = new Map<number, number>();
  const [from, to] = [days[0], days.at(-1)];
  if (!from || !to) return shares;
  const shown = wholeHalves({ from, fromPart: "am", to, toPart: "pm" });
  const origin = halfDayIndex(from, "am");
  for (const [first, last, , status, startMinute, endMinute] of spans) {
    if (status !== "approved") continue;
    const window = startMinute === null || endMinute === null ? null : { startMinute, endMinute };
    const visible = sharedStretch(
      stretchOfSpan({ first: origin + first, last: origin + last, window }),
      shown,
    );
    for (const { on, amount } of visible ? usesOf(visible, calendar, "days") : []) {
      const offset = daysBetween(from, on);
      shares.set(offset, (shares.get(offset) ?? 0) + amount / 100);
    }
  }
  return shares;
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

/** A wallchart with its first rows only, for a page that is read before the rest has come. */
export function firstRows(view: WallchartView, count: number): WallchartView {
  const places = new Map<number, number>();
  const groups: WallchartView["groups"] = [];
  let left = count;
  for (const { label, people } of view.groups) {
    const shown = people.slice(0, left);
    left -= shown.length;
    if (shown.length === 0) break;
    for (const person of shown) if (!places.has(person)) places.set(person, places.size);
    groups.push({ label, people: shown.map((person) => places.get(person) ?? 0) });
  }
  const people = [...places.keys()].flatMap((person) => view.people[person] ?? []);
  return { ...view, groups, people };
}

/** How many rows a wallchart has; a person under several headings counts under each. */
export function countRows(view: WallchartView): number {
  return view.groups.reduce((sum, group) => sum + group.people.length, 0);
}
