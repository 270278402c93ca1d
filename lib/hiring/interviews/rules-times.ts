import { type Interval, sharedInterval } from "@/lib/time/interval";

/** When somebody of a panel can be asked: the hours they work, and what else they have then, as minutes from 1970. */
export type PanelTimes = { hours: readonly Interval[]; busy: readonly Interval[] };

const QUARTER = 15;
const MOST_AT_FIRST = 6;
const MOST_OF_A_DAY = 2;

/** Every quarter of an hour from which a panel is free together for so many minutes, in order; nobody is free outside their hours. */
export function freeStarts(
  panel: readonly PanelTimes[],
  { minutes, from, until }: { minutes: number; from: number; until: number },
): number[] {
  const [first] = panel;
  if (!first) return [];
  const starts = new Set<number>();
  for (const { start, end } of first.hours) {
    let at = Math.ceil(Math.max(start, from) / QUARTER) * QUARTER;
    for (; at + minutes <= Math.min(end, until); at += QUARTER)
      if (panel.every((person) => isFree(person, { start: at, end: at + minutes }))) starts.add(at);
  }
  return [...starts].sort((a, b) => a - b);
}

function isFree({ hours, busy }: PanelTimes, time: Interval): boolean {
  const isWithin = hours.some(({ start, end }) => start <= time.start && time.end <= end);
  return isWithin && !busy.some((one) => sharedInterval(one, time) !== null);
}

/** A stretch with the pause that belongs before and after another interview. */
export function withPause({ start, end }: Interval, minutes: number): Interval {
  return { start: start - minutes, end: end + minutes };
}

/** The first few times to choose from: at most two of a day, one apart from the other. */
export function firstTimes<T extends { day: string; start: number }>(
  times: readonly T[],
  minutes: number,
): T[] {
  const chosen: T[] = [];
  for (const time of times) {
    const sameDay = chosen.filter(({ day }) => day === time.day);
    const isApart = sameDay.every(({ start }) => time.start - start >= 2 * minutes);
    if (sameDay.length < MOST_OF_A_DAY && isApart) chosen.push(time);
    if (chosen.length === MOST_AT_FIRST) break;
  }
  return chosen;
}
