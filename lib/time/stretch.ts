import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { addDays, type Day, day, daysBetween } from "./day";
import {
  type HalfDay,
  type HalfDayRange,
  type HalfDaySpan,
  halfDayIndex,
  isForward,
  MORNING_ENDS_AT,
  rangeIndexes,
  rangeOfIndexes,
} from "./half-day";
import { DAY_MINUTES, type Hours } from "./hours";
import { type Interval, joinedIntervals, sharedInterval, withoutInterval } from "./interval";

const FIRST_DAY = day("2000-01-01");
const NOON = MORNING_ENDS_AT;

/**
 * A stretch of time on the pool's days: half-days, first and last included, or hours within one day as minutes after
 * midnight. Absences, covers, shifts, sessions and meetings are all stretches.
 */
export type Stretch = HalfDayRange & { startMinute: number | null; endMinute: number | null };

/** A stretch as somebody asks for it: without hours it is of half-days. */
export type AskedStretch = HalfDayRange & {
  startMinute?: number | null | undefined;
  endMinute?: number | null | undefined;
};

export type StretchRefusal = "ends_before_start" | "hours_within_one_day" | "hours_incomplete";

/** The stretch somebody asks for; hours say by themselves which halves of the day they touch. */
export function stretchOf(asked: AskedStretch): Result<Stretch, StretchRefusal> {
  const { from, to, startMinute = null, endMinute = null } = asked;
  if (startMinute === null && endMinute === null)
    return isForward(asked) ? ok(wholeHalves(asked)) : refuse("ends_before_start", { path: "to" });
  if (startMinute === null) return refuse("hours_incomplete", { path: "startMinute" });
  if (endMinute === null) return refuse("hours_incomplete", { path: "endMinute" });
  if (from !== to) return refuse(to < from ? "ends_before_start" : "hours_within_one_day", { path: "to" });
  return refusalOfHours({ startMinute, endMinute }) ?? ok(stretchOfHours(from, { startMinute, endMinute }));
}

function refusalOfHours({ startMinute, endMinute }: Hours): Refusal<"ends_before_start"> | null {
  return endMinute <= startMinute ? refuse("ends_before_start", { path: "endMinute" }) : null;
}

/** A stretch of half-days without hours. */
export function wholeHalves({ from, fromPart, to, toPart }: HalfDayRange): Stretch {
  return { from, fromPart, to, toPart, startMinute: null, endMinute: null };
}

/** Some hours of one day as a stretch. */
export function stretchOfHours(on: Day, { startMinute, endMinute }: Hours): Stretch {
  const halfOf = (minute: number) => (minute < NOON ? "am" : "pm");
  return {
    from: on,
    fromPart: halfOf(startMinute),
    to: on,
    toPart: halfOf(endMinute - 1),
    startMinute,
    endMinute,
  };
}

/** The hours of a stretch, or null where it is of whole half-days. */
export function hoursOfStretch({ startMinute, endMinute }: Stretch): Hours | null {
  return startMinute === null || endMinute === null ? null : { startMinute, endMinute };
}

/** The hours of a day that a stretch takes, or null where it takes none. */
export function hoursOfStretchOn(stretch: Stretch, on: Day): Hours | null {
  const { from, fromPart, to, toPart } = stretch;
  if (on < from || on > to) return null;
  return (
    hoursOfStretch(stretch) ?? {
      startMinute: on === from && fromPart === "pm" ? NOON : 0,
      endMinute: on === to && toPart === "am" ? NOON : DAY_MINUTES,
    }
  );
}

/** A stretch on a grid of half-days: first and last index, and its hours where it is not of whole half-days. */
export function spanOfStretch(stretch: Stretch): HalfDaySpan & { window: Hours | null } {
  return { ...rangeIndexes(stretch), window: hoursOfStretch(stretch) };
}

/** The stretch that a span of half-day indexes and its hours stand for. */
export function stretchOfSpan({ first, last, window }: HalfDaySpan & { window?: Hours | null }): Stretch {
  const { startMinute = null, endMinute = null } = window ?? {};
  return { ...wholeHalves(rangeOfIndexes(first, last)), startMinute, endMinute };
}

/** Minutes since 1 January 2000 from the start of a stretch to its end; noon parts morning and afternoon. */
export function intervalOf(stretch: Stretch): Interval {
  const hours = hoursOfStretch(stretch);
  if (!hours) {
    const { first, last } = rangeIndexes(stretch);
    return { start: first * NOON, end: (last + 1) * NOON };
  }
  const midnight = daysBetween(FIRST_DAY, stretch.from) * DAY_MINUTES;
  return { start: midnight + hours.startMinute, end: midnight + hours.endMinute };
}

/** True when two stretches have a minute in common. */
export function doOverlap(a: Stretch, b: Stretch): boolean {
  return sharedInterval(intervalOf(a), intervalOf(b)) !== null;
}

/** What two stretches have in common, or null. */
export function sharedStretch(a: Stretch, b: Stretch): Stretch | null {
  const shared = sharedInterval(intervalOf(a), intervalOf(b));
  return shared && stretchOfInterval(shared);
}

/** What is left of a stretch when another is cut out of it: nothing, or pieces of half-days and hours. */
export function withoutStretch(stretch: Stretch, cut: Stretch): Stretch[] {
  if (!doOverlap(stretch, cut)) return [stretch];
  return withoutInterval(intervalOf(stretch), intervalOf(cut)).flatMap(stretchesOfInterval);
}

/** Stretches in order, those that follow each other or overlap made one. */
export function joinedStretches(stretches: readonly Stretch[]): Stretch[] {
  return joinedIntervals(stretches.map(intervalOf)).flatMap(stretchesOfInterval);
}

/** What is left of a stretch from a half-day on, or null when it is over by then. */
export function restFrom(stretch: Stretch, { on, part }: HalfDay): Stretch | null {
  const { start, end } = intervalOf(stretch);
  const rest = sharedInterval({ start, end }, { start: halfDayIndex(on, part) * NOON, end });
  if (rest?.start === start) return stretch;
  return rest && stretchOfInterval(rest);
}

/** The most of some stretches that have one and the same minute of another in common. */
export function mostAtOnce(stretches: readonly Stretch[], within: Stretch): number {
  const frame = intervalOf(within);
  const inside = stretches.flatMap((one) => sharedInterval(intervalOf(one), frame) ?? []);
  const at = (minute: number) => inside.filter(({ start, end }) => start <= minute && minute < end).length;
  return Math.max(0, ...inside.map(({ start }) => at(start)));
}

/** Minutes since 2000 as half-days where they are whole, else as the hours of the one day in which they lie. */
function stretchOfInterval({ start, end }: Interval): Stretch {
  if (start % NOON === 0 && end % NOON === 0)
    return wholeHalves(rangeOfIndexes(start / NOON, end / NOON - 1));
  const midnight = midnightBefore(start);
  const hours = { startMinute: start - midnight, endMinute: end - midnight };
  return stretchOfHours(addDays(FIRST_DAY, midnight / DAY_MINUTES), hours);
}

/** Minutes since 2000 in as many stretches as it takes to say whole half-days as such. */
function stretchesOfInterval({ start, end }: Interval): Stretch[] {
  const [startsWhole, endsWhole] = [start % NOON === 0, end % NOON === 0];
  if (startsWhole && endsWhole) return [stretchOfInterval({ start, end })];
  const firstNoon = Math.ceil(start / NOON) * NOON;
  const lastNoon = Math.floor(end / NOON) * NOON;
  const isOfOneDay = end <= midnightBefore(start) + DAY_MINUTES;
  const cut = startsWhole ? lastNoon : endsWhole || !isOfOneDay ? firstNoon : end;
  if (cut <= start || cut >= end) return [stretchOfInterval({ start, end })];
  return [...stretchesOfInterval({ start, end: cut }), ...stretchesOfInterval({ start: cut, end })];
}

function midnightBefore(minute: number): number {
  return Math.floor(minute / DAY_MINUTES) * DAY_MINUTES;
}
