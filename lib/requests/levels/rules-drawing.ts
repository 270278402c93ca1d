import { addDays, type Day } from "@/lib/time/day";
import { type Interval, sharedInterval, withoutInterval } from "@/lib/time/interval";
import { dayIn } from "@/lib/time/zone";
import { type ClockFacts, dueAtOf, minuteOfInstant, runningOn, type SupportCalendar } from "./rules-clock";

/** A stretch of a promise on the axis of running minutes. */
export type DrawnPart = Interval & { look: "used" | "paused" | "left" };

/** A promise drawn on the hours in which it runs: what was used, what stood still, what is left, and when it is due. */
export type DrawnClock = { parts: DrawnPart[]; dueAt: number | null };

const MOST_DAYS_DRAWN = 15;

/** The hours of support from the day of one instant to the day of another, in minutes counted from 1970, at most 15 days. */
export function drawnHours(
  calendar: SupportCalendar,
  from: Date,
  to: Date,
): { on: Day; hours: Interval[] }[] {
  const last = dayIn(calendar.timeZone, to);
  const days: { on: Day; hours: Interval[] }[] = [];
  for (
    let on = dayIn(calendar.timeZone, from);
    on <= last && days.length < MOST_DAYS_DRAWN;
    on = addDays(on, 1)
  ) {
    const hours = runningOn(calendar, on);
    if (hours.length > 0) days.push({ on, hours: [...hours] });
  }
  return days;
}

/** A promise on the hours of its executive, as it stands at an instant. */
export function drawClock(calendar: SupportCalendar, facts: ClockFacts, now: Date): DrawnClock {
  const due = dueAtOf(calendar, facts, facts.targetMinutes);
  const until = minuteOfInstant(facts.stoppedAt && facts.stoppedAt < now ? facts.stoppedAt : now);
  const start = minuteOfInstant(facts.startedAt);
  const end = Math.max(until, due ? minuteOfInstant(due) : until);
  const last = new Date(end * 60_000);
  const parts = drawnHours(calendar, facts.startedAt, last)
    .flatMap(({ hours }) => hours)
    .flatMap((hours) => sharedInterval(hours, { start, end }) ?? [])
    .flatMap((hours) => partsOf(hours, facts, until));
  return { parts, dueAt: due ? minuteOfInstant(due) : null };
}

function partsOf(hours: Interval, { pauses }: ClockFacts, until: number): DrawnPart[] {
  const stood = pauses.map(({ from, to }) => ({
    start: minuteOfInstant(from),
    end: to ? minuteOfInstant(to) : Math.max(until, minuteOfInstant(from)),
  }));
  const paused = stood.flatMap((one) => sharedInterval(hours, one) ?? []);
  const counted = paused.reduce((rest, one) => rest.flatMap((piece) => withoutInterval(piece, one)), [hours]);
  const parts: DrawnPart[] = [
    ...paused.map((one) => ({ ...one, look: "paused" as const })),
    ...counted.flatMap((one) => {
      const used = sharedInterval(one, { start: one.start, end: until });
      const left = sharedInterval(one, { start: Math.max(one.start, until), end: one.end });
      return [
        ...(used ? [{ ...used, look: "used" as const }] : []),
        ...(left ? [{ ...left, look: "left" as const }] : []),
      ];
    }),
  ];
  return parts.sort((a, b) => a.start - b.start);
}
