import { z } from "zod";
import type { IcsEvent, IcsFile } from "@/lib/ics/read";
import { clockTimesIn, type IcsWhen } from "@/lib/ics/when";
import { type Day, daysBetween } from "@/lib/time/day";
import { type Interval, joinedIntervals } from "@/lib/time/interval";
import { instantIn } from "@/lib/time/zone";

const MINUTE_MS = 60_000;
export const MOST_BUSY_SPANS = 20_000;

/** Minutes from 1970 as they are kept. */
const Spans = z.array(z.tuple([z.number().int(), z.number().int()])).max(MOST_BUSY_SPANS);

/** What is kept of busy times, read again. */
export function intervalsOf(stored: unknown): Interval[] {
  return (Spans.safeParse(stored).data ?? []).map(([start, end]) => ({ start, end }));
}

/**
 * When the owner of a calendar file is busy, as minutes from 1970. What is shown as free, cancelled, or declined by the owner takes no
 * time; a busy event of whole days takes them all, on the clock of the zone they are looked at in.
 */
export function busyIn(file: Pick<IcsFile, "events">, zone: string, owner: string): Interval[] {
  const busy = file.events
    .filter((event) => takesTime(event, owner))
    .flatMap(({ occurrences }) => occurrences.map(({ when }) => intervalOf(when, zone)));
  return joinedIntervals(busy.filter(({ start, end }) => start < end));
}

function takesTime({ isCancelled, isFree, attendees }: IcsEvent, owner: string): boolean {
  if (isCancelled || isFree) return false;
  return !attendees.some(({ email, hasDeclined }) => hasDeclined && email === owner.toLowerCase());
}

function intervalOf(when: IcsWhen, zone: string): Interval {
  const minute = (on: Day, at: number) => instantIn(zone, on, at).getTime() / MINUTE_MS;
  if (when.kind === "days") return { start: minute(when.from, 0), end: minute(when.end, 0) };
  const { start, end } = clockTimesIn(when, zone);
  return { start: minute(start.on, start.minute), end: minute(end.on, end.minute) };
}

/** True where a file speaks for all of some days. */
export function speaksFor(file: { from: Day; to: Day }, days: { from: Day; to: Day }): boolean {
  return daysBetween(file.from, days.from) >= 0 && daysBetween(days.to, file.to) >= 0;
}
