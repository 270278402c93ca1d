import type { Interval } from "@/lib/time/interval";

/** Somebody of whom times are known: when they can be met at all, null where only the rest is known, and when something else has them. */
export type AttendeeTimes = { name: string; hours: readonly Interval[] | null; busy: readonly Interval[] };

/** A time a meeting fits in, as minutes from 1970, and whose other meeting stands in the way. */
export type FoundTime = Interval & { busy: string[] };

const STEP = 30;
const MOST_A_DAY = 6;

/**
 * The times of one day in which a meeting of so many minutes fits the hours of everybody whose hours are known: full or half hours, one
 * after the other. A time that something else takes is kept and says whose it is; nobody is free because nothing is known of them.
 */
export function timesOfDay(
  people: readonly AttendeeTimes[],
  minutes: number,
  notBefore: number,
): FoundTime[] {
  const [first, ...others] = people.flatMap(({ hours }) => (hours ? [hours] : []));
  if (!first) return [];
  const found: FoundTime[] = [];
  for (const { start, end } of first) {
    let at = Math.ceil(Math.max(start, notBefore) / STEP) * STEP;
    while (at + minutes <= end && found.length < MOST_A_DAY) {
      const time = { start: at, end: at + minutes };
      const isWithin = [first, ...others].every((hours) => hours.some((one) => holds(one, time)));
      if (isWithin) found.push({ ...time, busy: busyIn(people, time) });
      at += isWithin ? Math.max(minutes, STEP) : STEP;
    }
  }
  return found;
}

function busyIn(people: readonly AttendeeTimes[], time: Interval): string[] {
  return people
    .filter(({ busy }) => busy.some((one) => one.start < time.end && time.start < one.end))
    .map(({ name }) => name);
}

function holds(whole: Interval, part: Interval): boolean {
  return whole.start <= part.start && part.end <= whole.end;
}
