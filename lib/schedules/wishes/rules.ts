import { addDays, type Day, weekdayOf } from "@/lib/time/day";
import type { Hours } from "@/lib/time/hours";
import { isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { monthOf } from "@/lib/time/month";

export type AvailabilityKind = "unavailable" | "rather_not" | "gladly";

/** What somebody says of some hours of a weekday or a day. */
export type Wish = Hours & { weekday: number | null; on: Day | null; kind: AvailabilityKind; reason: string };

/** The wishes that count on a day; what is said for the day alone counts before its weekday's. */
export function wishesOn<W extends Pick<Wish, "weekday" | "on">>(wishes: readonly W[], on: Day): W[] {
  const ofDay = wishes.filter((wish) => wish.on === on);
  return ofDay.length > 0 ? ofDay : wishes.filter(({ weekday }) => weekday === weekdayOf(on));
}

/** True for a day whose week the pool has closed: wishes for it are late. */
export function isClosed(on: Day, today: Day, closeDays: number): boolean {
  return today > addDays(mondayOf(isoWeekOf(on)), -closeDays);
}

/** The first month in which somebody says "rather not" on more days than the pool allows; null for none. */
export function monthBeyond(wishes: readonly Pick<Wish, "on" | "kind">[], most: number): string | null {
  const days = new Map<string, Set<Day>>();
  for (const { on, kind } of wishes) {
    if (on === null || kind !== "rather_not") continue;
    const month = monthOf(on);
    days.set(month, (days.get(month) ?? new Set()).add(on));
  }
  return [...days].find(([, ofMonth]) => ofMonth.size > most)?.[0] ?? null;
}
