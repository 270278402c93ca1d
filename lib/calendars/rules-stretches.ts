import { type Day, weekdayOf } from "@/lib/time/day";
import { type DayPart, type HalfDayRange, halfDayIndex, rangeOfIndexes } from "@/lib/time/half-day";

/** Who supports on one half-day; `key` tells whether two half-days are the same. */
export type HalfDayOf<T> = { on: Day; part: DayPart; key: string; of: T };

export type StretchOf<T> = { range: HalfDayRange; of: T };

/** Joins half-days that follow each other and are the same into stretches; none reaches over a Monday, so that a window that moves by weeks never cuts one. */
export function stretchesOf<T>(halfDays: readonly HalfDayOf<T>[]): StretchOf<T>[] {
  const stretches: { first: number; last: number; key: string; of: T }[] = [];
  for (const { on, part, key, of } of halfDays) {
    const index = halfDayIndex(on, part);
    const last = stretches.at(-1);
    const isNewWeek = weekdayOf(on) === 1 && part === "am";
    if (last && last.key === key && last.last === index - 1 && !isNewWeek) last.last = index;
    else stretches.push({ first: index, last: index, key, of });
  }
  return stretches.map(({ first, last, of }) => ({ range: rangeOfIndexes(first, last), of }));
}
