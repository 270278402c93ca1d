import type { Interval } from "@/lib/time/interval";

/**
 * Somebody of whom times are known: when they can be met at all, null where only the rest is known, and when something else has them. Who
 * does not have to come says so.
 */
export type AttendeeTimes = {
  name: string;
  hours: readonly Interval[] | null;
  busy: readonly Interval[];
  isOptional?: boolean;
};

/** A time a meeting fits in, as minutes from 1970, and who has something else or, where they may come, is not there. */
export type FoundTime = Interval & { busy: string[] };

const STEP = 30;
const MOST_A_DAY = 6;

/**
 * The times of one day in which a meeting of so many minutes fits the known hours of everybody who has to come: full or half hours, one
 * after the other. A time that something else takes is kept and says whose it is; nobody is free because nothing is known of them.
 */
export function timesOfDay(
  people: readonly AttendeeTimes[],
  minutes: number,
  notBefore: number,
): FoundTime[] {
  const [first, ...others] = people.flatMap(({ hours, isOptional }) => (hours && !isOptional ? [hours] : []));
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
    .filter(
      ({ busy, hours, isOptional }) =>
        busy.some((one) => one.start < time.end && time.start < one.end) ||
        (isOptional && hours && !hours.some((one) => holds(one, time))),
    )
    .map(({ name }) => name);
}

function holds(whole: Interval, part: Interval): boolean {
  return whole.start <= part.start && part.end <= whole.end;
}
