import { type Day, weekdayOf } from "@/lib/time/day";
import { minutesInPart } from "@/lib/time/half-day";
import { monthOf } from "@/lib/time/month";
import type { WallchartPerson, WallchartView } from "./schema";

/** Hours on a weekday, from a day to a day. */
export type DatedHours = {
  weekday: number;
  startsAtMinute: number;
  endsAtMinute: number;
  validFrom: Day;
  validTo: Day | null;
};

/** When a person works, as far as a wallchart needs it. */
export type Worker = {
  hours: readonly DatedHours[];
  daysOff: ReadonlyMap<Day, string>;
  hiredOn: Day | null;
  leavesOn: Day | null;
};

export type AwaySpan = WallchartPerson["away"][number];

/** The hours a person works on a day; undefined on days off, before hiring and after leaving. */
export function hoursOn(worker: Worker, on: Day): DatedHours | undefined {
  if (worker.daysOff.has(on)) return undefined;
  if ((worker.hiredOn && on < worker.hiredOn) || (worker.leavesOn && on > worker.leavesOn)) return undefined;
  const weekday = weekdayOf(on);
  return worker.hours.find(
    (h) => h.weekday === weekday && h.validFrom <= on && (h.validTo === null || h.validTo >= on),
  );
}

/** How much of one working day an absence takes: all, half, or the hours' share of it; 0 where nobody works. */
function shareOfDay(worker: Worker, span: AwaySpan, on: Day, offset: number): number {
  const hours = hoursOn(worker, on);
  if (!hours) return 0;
  const [first, last, , , startMinute, endMinute] = span;
  if (startMinute !== null && endMinute !== null) {
    const away = Math.min(endMinute, hours.endsAtMinute) - Math.max(startMinute, hours.startsAtMinute);
    return Math.max(0, away) / (hours.endsAtMinute - hours.startsAtMinute);
  }
  const halves = (["am", "pm"] as const).filter((part, i) => {
    const index = offset * 2 + i;
    return first <= index && index <= last && minutesInPart(hours, part) > 0;
  });
  return halves.length / 2;
}

/** The shares of working days that approved absences take, by the day's place among the days shown. */
export function approvedShares(
  worker: Worker,
  spans: readonly AwaySpan[],
  days: readonly Day[],
): Map<number, number> {
  const shares = new Map<number, number>();
  for (const span of spans) {
    if (span[3] !== "approved") continue;
    const last = Math.min(days.length - 1, Math.floor(span[1] / 2));
    for (let offset = Math.max(0, Math.floor(span[0] / 2)); offset <= last; offset++) {
      const on = days[offset];
      const share = on ? shareOfDay(worker, span, on, offset) : 0;
      if (share > 0) shares.set(offset, (shares.get(offset) ?? 0) + share);
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
