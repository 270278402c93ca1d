import type { DatedHours } from "@/lib/assistants/rules";
import { supportedHoursOf } from "@/lib/coverage/office/rules";
import { addDays, type Day } from "@/lib/time/day";
import { DAY_PARTS } from "@/lib/time/half-day";
import { type Interval, sharedInterval, withoutInterval } from "@/lib/time/interval";
import { dayIn, instantIn } from "@/lib/time/zone";

const MINUTE_MS = 60_000;
/** A promise that isn't due within so many days has no due time: the executive is hardly ever supported. */
const MOST_DAYS = 800;

/** When an executive is supported, which is when their clocks run. */
export type SupportCalendar = {
  timeZone: string;
  hours: readonly DatedHours[];
  daysOff: ReadonlySet<Day> | ReadonlyMap<Day, unknown>;
  leavesOn: Day | null;
};

const known = new WeakMap<SupportCalendar, Map<Day, Interval[]>>();

/** The minutes of a day in which the clock runs, counted from 1970, in order: lunch, days off and evenings are left out. */
export function runningOn(calendar: SupportCalendar, on: Day): Interval[] {
  const days = known.get(calendar) ?? new Map<Day, Interval[]>();
  known.set(calendar, days);
  const running = days.get(on) ?? runningOf(calendar, on);
  days.set(on, running);
  return running;
}

function runningOf(calendar: SupportCalendar, on: Day): Interval[] {
  const { timeZone } = calendar;
  const hoursAt = supportedAt.get(calendar) ?? hoursOfCalendar(calendar);
  supportedAt.set(calendar, hoursAt);
  return DAY_PARTS.flatMap((part) => {
    const supported = hoursAt({ on, part });
    if (!supported) return [];
    const minuteAt = (minute: number) => minuteInZone(timeZone, on, minute);
    const running = { start: minuteAt(supported.startMinute), end: minuteAt(supported.endMinute) };
    return running.start < running.end ? [running] : [];
  });
}

type HoursAt = ReturnType<typeof supportedHoursOf>;
const supportedAt = new WeakMap<SupportCalendar, HoursAt>();

function hoursOfCalendar({ hours, daysOff, leavesOn }: SupportCalendar): HoursAt {
  return supportedHoursOf({ daysOff: new Map([["", daysOff]]) }, { poolId: "", hours, leavesOn });
}

const MOST_KEPT = 50_000;
const minutes = new Map<string, number>();

/** Executives of a pool begin and end their days at the same few minutes. */
function minuteInZone(timeZone: string, on: Day, minute: number): number {
  const key = `${timeZone} ${on} ${minute}`;
  const before = minutes.get(key);
  if (before !== undefined) return before;
  const found = minuteOfInstant(instantIn(timeZone, on, minute));
  if (minutes.size >= MOST_KEPT) minutes.clear();
  minutes.set(key, found);
  return found;
}

/** The minute an instant falls in, counted from 1970: what happens within the due minute is in time. */
export function minuteOfInstant(instant: Date): number {
  return Math.floor(instant.getTime() / MINUTE_MS);
}

function instantOfMinute(minute: number): Date {
  return new Date(minute * MINUTE_MS);
}

/** A pause of a request; it lasts while it has no end. */
export type Pause = { from: Date; to: Date | null };

/** What a promise is counted from. */
export type ClockFacts = {
  targetMinutes: number;
  startedAt: Date;
  /** When it was kept or missed for good; null while it runs. */
  stoppedAt: Date | null;
  pauses: readonly Pause[];
};

export type ClockState = "running" | "paused" | "kept" | "missed";
export type ClockReading = {
  targetMinutes: number;
  usedMinutes: number;
  /** None while it is paused. */
  dueAt: Date | null;
  state: ClockState;
};

/** Where a promise stands at an instant: running minutes used, when it is due, and whether it is kept. */
export function readClock(calendar: SupportCalendar, facts: ClockFacts, now: Date): ClockReading {
  const { targetMinutes, stoppedAt } = facts;
  const until = stoppedAt && stoppedAt < now ? stoppedAt : now;
  const usedMinutes = usedUntil(calendar, facts, until);
  const isPaused = stoppedAt === null && facts.pauses.some(({ from, to }) => from <= now && to === null);
  const dueAt = isPaused ? null : dueAtOf(calendar, facts, targetMinutes);
  const isLate = dueAt ? minuteOfInstant(until) > minuteOfInstant(dueAt) : usedMinutes > targetMinutes;
  const state = isLate ? "missed" : stoppedAt ? "kept" : isPaused ? "paused" : "running";
  return { targetMinutes, usedMinutes, dueAt, state };
}

/** The instant at which so many minutes of a promise are used, as it stands; null while it is paused before that. */
export function dueAtOf(calendar: SupportCalendar, facts: ClockFacts, minutes: number): Date | null {
  const started = minuteOfInstant(facts.startedAt);
  let left = minutes;
  const first = dayIn(calendar.timeZone, facts.startedAt);
  for (let i = 0; i < MOST_DAYS; i++)
    for (const { start, end } of countedOn(calendar, facts, addDays(first, i), started)) {
      if (end - start >= left) return instantOfMinute(start + left);
      left -= end - start;
    }
  return null;
}

function usedUntil(calendar: SupportCalendar, facts: ClockFacts, until: Date): number {
  const [from, to] = [minuteOfInstant(facts.startedAt), minuteOfInstant(until)];
  const last = dayIn(calendar.timeZone, until);
  let used = 0;
  for (let on = dayIn(calendar.timeZone, facts.startedAt); on <= last; on = addDays(on, 1))
    for (const one of countedOn(calendar, facts, on, from)) {
      const shared = sharedInterval(one, { start: from, end: to });
      used += shared ? shared.end - shared.start : 0;
    }
  return used;
}

/** The running minutes of a day that count: after the start, and outside pauses. */
function countedOn(calendar: SupportCalendar, { pauses }: ClockFacts, on: Day, from: number): Interval[] {
  return pauses.reduce<Interval[]>(
    (counted, pause) => {
      const end = pause.to ? minuteOfInstant(pause.to) : Number.MAX_SAFE_INTEGER;
      const cut = { start: minuteOfInstant(pause.from), end };
      return cut.start < cut.end ? counted.flatMap((one) => withoutInterval(one, cut)) : counted;
    },
    runningOn(calendar, on).flatMap((one) => sharedInterval(one, { start: from, end: one.end }) ?? []),
  );
}

/** Three quarters of a target: from then on it is due soon. */
export function soonMinutes(targetMinutes: number): number {
  return Math.ceil(targetMinutes * 0.75);
}

/** The instant itself while the clock of an executive runs, else when it next begins to; null where it never does. */
export function nextRunningAt(calendar: SupportCalendar, instant: Date): Date | null {
  const minute = minuteOfInstant(instant);
  const first = dayIn(calendar.timeZone, instant);
  for (let i = 0; i < MOST_DAYS; i++)
    for (const { start, end } of runningOn(calendar, addDays(first, i)))
      if (minute < end) return start <= minute ? instant : instantOfMinute(start);
  return null;
}

/** True when the clock of an executive runs in the minute of an instant. */
export function isRunningAt(calendar: SupportCalendar, instant: Date): boolean {
  const minute = minuteOfInstant(instant);
  return runningOn(calendar, dayIn(calendar.timeZone, instant)).some(
    ({ start, end }) => start <= minute && minute <= end,
  );
}
