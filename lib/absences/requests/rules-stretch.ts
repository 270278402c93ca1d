import { type Refusal, refuse } from "@/lib/result";
import { addDays, type Day, daysBetween, day as parseDay } from "@/lib/time/day";
import { type HalfDayRange, isForward, rangeIndexes, rangeOfIndexes } from "@/lib/time/half-day";

const NOON = 720;
const DAY_MINUTES = 1440;
const EPOCH = parseDay("2000-01-01");
/** Parental leave is the longest there is. */
const LONGEST_DAYS = 3 * 366;

/** A stretch of half-days, or of hours within one day: minutes after midnight in the pool's time zone. */
export type Stretch = HalfDayRange & { startMinute: number | null; endMinute: number | null };

/** A stretch as it is asked for: without hours it is of half-days. */
export type AskedStretch = HalfDayRange & {
  startMinute?: number | null | undefined;
  endMinute?: number | null | undefined;
};

export type StretchRefusal =
  | "ends_before_start"
  | "hours_within_one_day"
  | "hours_incomplete"
  | "absence_too_long";

/** The stretch that is asked for; hours say by themselves which halves of the day they touch. */
export function stretchOf(asked: AskedStretch): { ok: true; value: Stretch } | Refusal<StretchRefusal> {
  const { from, fromPart, to, toPart, startMinute = null, endMinute = null } = asked;
  if (startMinute === null && endMinute === null) {
    if (!isForward(asked)) return refuse("ends_before_start", { path: "to" });
    if (daysBetween(from, to) > LONGEST_DAYS) return refuse("absence_too_long", { path: "to" });
    return { ok: true, value: { from, fromPart, to, toPart, startMinute, endMinute } };
  }
  if (startMinute === null) return refuse("hours_incomplete", { path: "startMinute" });
  if (endMinute === null) return refuse("hours_incomplete", { path: "endMinute" });
  if (from !== to) return refuse(to < from ? "ends_before_start" : "hours_within_one_day", { path: "to" });
  if (endMinute <= startMinute) return refuse("ends_before_start", { path: "endMinute" });
  const parts = { fromPart: halfOf(startMinute), toPart: halfOf(endMinute - 1) };
  return { ok: true, value: { from, to, ...parts, startMinute, endMinute } };
}

function halfOf(minute: number): "am" | "pm" {
  return minute < NOON ? "am" : "pm";
}

/** A stretch of half-days without hours. */
export function wholeHalves(range: HalfDayRange): Stretch {
  const { from, fromPart, to, toPart } = range;
  return { from, fromPart, to, toPart, startMinute: null, endMinute: null };
}

/** Minutes since 1 January 2000 from the start of a stretch to its end; noon parts morning and afternoon. */
export function minutesOf(stretch: Stretch): { start: number; end: number } {
  if (stretch.startMinute !== null && stretch.endMinute !== null) {
    const midnight = daysBetween(EPOCH, stretch.from) * DAY_MINUTES;
    return { start: midnight + stretch.startMinute, end: midnight + stretch.endMinute };
  }
  const { first, last } = rangeIndexes(stretch);
  return { start: first * NOON, end: (last + 1) * NOON };
}

/** True when two stretches have a minute in common. */
export function doOverlap(a: Stretch, b: Stretch): boolean {
  const [one, other] = [minutesOf(a), minutesOf(b)];
  return one.start < other.end && other.start < one.end;
}

/** The smallest unit a stretch is taken in. */
export function unitOf(stretch: Stretch): "day" | "half" | "hour" {
  if (stretch.startMinute !== null) return "hour";
  return stretch.fromPart === "am" && stretch.toPart === "pm" ? "day" : "half";
}

const COARSENESS = { day: 0, half: 1, hour: 2 };

/** Refuses halves and hours of a type that is taken by whole days, and hours of one that is taken by halves. */
export function refusalOfUnit(
  unit: "day" | "half" | "hour",
  stretch: Stretch,
): Refusal<"whole_days_only" | "half_days_only"> | null {
  if (COARSENESS[unitOf(stretch)] <= COARSENESS[unit]) return null;
  if (unit === "half") return refuse("half_days_only", { path: "startMinute" });
  const path =
    stretch.startMinute !== null ? "startMinute" : stretch.fromPart === "pm" ? "fromPart" : "toPart";
  return refuse("whole_days_only", { path });
}

/** The half-days of a stretch from one day on, or null when it is over by then. */
export function restFrom(range: HalfDayRange, on: Day, part: "am" | "pm"): HalfDayRange | null {
  const start = rangeIndexes({ from: on, fromPart: part, to: on, toPart: part }).first;
  const { first, last } = rangeIndexes(range);
  if (start > last) return null;
  return start <= first ? range : { ...range, from: on, fromPart: part };
}

/** What is left of a stretch when another is cut out of it: nothing, or pieces of half-days and hours. */
export function withoutStretch(stretch: Stretch, cut: Stretch): Stretch[] {
  const [whole, gone] = [minutesOf(stretch), minutesOf(cut)];
  if (!doOverlap(stretch, cut)) return [stretch];
  return [...stretchesBetween(whole.start, gone.start), ...stretchesBetween(gone.end, whole.end)];
}

/** Minutes since 2000 as half-days where they are whole, and as hours of one day where they are not. */
function stretchesBetween(start: number, end: number): Stretch[] {
  if (start >= end) return [];
  const [startsWhole, endsWhole] = [start % NOON === 0, end % NOON === 0];
  if (startsWhole && endsWhole) return [wholeHalves(rangeOfIndexes(start / NOON, end / NOON - 1))];
  const firstNoon = Math.ceil(start / NOON) * NOON;
  const lastNoon = Math.floor(end / NOON) * NOON;
  const midnight = Math.floor(start / DAY_MINUTES) * DAY_MINUTES;
  const isOfOneDay = end <= midnight + DAY_MINUTES;
  const cut = startsWhole ? lastNoon : endsWhole || !isOfOneDay ? firstNoon : end;
  if (cut <= start || cut >= end) return [hoursOf(midnight, start, end)];
  return [...stretchesBetween(start, cut), ...stretchesBetween(cut, end)];
}

function hoursOf(midnight: number, start: number, end: number): Stretch {
  const on = addDays(EPOCH, midnight / DAY_MINUTES);
  const [startMinute, endMinute] = [start - midnight, end - midnight];
  return {
    from: on,
    to: on,
    fromPart: halfOf(startMinute),
    toPart: halfOf(endMinute - 1),
    startMinute,
    endMinute,
  };
}

/** The most of some stretches that have one and the same minute of another in common. */
export function mostAtOnce(stretches: readonly Stretch[], within: Stretch): number {
  const frame = minutesOf(within);
  const spans = stretches
    .filter((one) => doOverlap(one, within))
    .map(minutesOf)
    .map(({ start, end }) => ({ start: Math.max(start, frame.start), end: Math.min(end, frame.end) }));
  const at = (minute: number) => spans.filter(({ start, end }) => start <= minute && minute < end).length;
  return Math.max(0, ...spans.map(({ start }) => at(start)));
}
