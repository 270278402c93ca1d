import { AFTERNOON_STARTS_AT, type DayPart, MORNING_ENDS_AT } from "./half-day";

/** Some hours of one day, as minutes after midnight: the end is not included. */
export type Hours = { startMinute: number; endMinute: number };

const DAY_ENDS_AT = 24 * 60;

/** All the hours of a half-day: noon parts the two. */
export function hoursOfPart(part: DayPart): Hours {
  return part === "am"
    ? { startMinute: 0, endMinute: MORNING_ENDS_AT }
    : { startMinute: MORNING_ENDS_AT, endMinute: DAY_ENDS_AT };
}

/** The hours of a half-day that weekday hours reach into, lunch (12–13) left out; null when there are none. */
export function workedHours(
  { startsAtMinute, endsAtMinute }: { startsAtMinute: number; endsAtMinute: number },
  part: DayPart,
): Hours | null {
  const start = part === "am" ? startsAtMinute : Math.max(startsAtMinute, AFTERNOON_STARTS_AT);
  return madeOf(start, part === "am" ? Math.min(endsAtMinute, MORNING_ENDS_AT) : endsAtMinute);
}

/** The hours two stretches have in common, or null. */
export function sharedHours(a: Hours, b: Hours): Hours | null {
  return madeOf(Math.max(a.startMinute, b.startMinute), Math.min(a.endMinute, b.endMinute));
}

/** What is left of some hours when others are cut out of them: nothing, one piece or two. */
export function withoutHours(hours: Hours, cut: Hours): Hours[] {
  if (!sharedHours(hours, cut)) return [hours];
  return [
    madeOf(hours.startMinute, Math.min(hours.endMinute, cut.startMinute)),
    madeOf(Math.max(hours.startMinute, cut.endMinute), hours.endMinute),
  ].filter((piece) => piece !== null);
}

/** True when some hours lie wholly inside others. */
export function isWithin(inner: Hours, outer: Hours): boolean {
  return outer.startMinute <= inner.startMinute && inner.endMinute <= outer.endMinute;
}

/** Some hours in order, those that touch or overlap made one. */
export function joinedHours(hours: readonly Hours[]): Hours[] {
  const joined: Hours[] = [];
  for (const one of [...hours].sort((a, b) => a.startMinute - b.startMinute)) {
    const last = joined.at(-1);
    if (last && one.startMinute <= last.endMinute) last.endMinute = Math.max(last.endMinute, one.endMinute);
    else joined.push({ ...one });
  }
  return joined;
}

/** Minutes of some hours, each minute counted once. */
export function minutesOf(hours: readonly Hours[]): number {
  return joinedHours(hours).reduce((sum, { startMinute, endMinute }) => sum + endMinute - startMinute, 0);
}

function madeOf(startMinute: number, endMinute: number): Hours | null {
  return startMinute < endMinute ? { startMinute, endMinute } : null;
}

/** A minute of the day on a 24-hour clock: "10:05". */
export function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** Hours on a 24-hour clock: "10:00–12:00". */
export function hoursText({ startMinute, endMinute }: Hours): string {
  return `${clockText(startMinute)}–${clockText(endMinute)}`;
}
