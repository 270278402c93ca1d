import { countsOn, type DatedHours } from "@/lib/assistants/rules";
import { addDays, type Day, daysFrom, weekdayOf } from "@/lib/time/day";
import { DAY_PARTS, type DayPart, type HalfDay, type WeekdayHours } from "@/lib/time/half-day";
import { type Hours, joinedHours, minutesOf, sharedHours, withoutHours, workedHours } from "@/lib/time/hours";
import { hoursOfStretchOn, type Stretch } from "@/lib/time/stretch";

/** Some hours of a published shift, and whether they are worked with one's executives or away from them. */
export type ShiftPiece = Hours & { isWithExecutives: boolean };

/**
 * When a person works, days off and absences aside: their hours from day to day, and when they came and go. Published shifts
 * count before the hours of their day; a day that is there without any is a day off.
 */
export type Employment = {
  hours: readonly DatedHours[];
  shifts?: Readonly<Record<string, readonly ShiftPiece[]>>;
  hiredOn: Day | null;
  leavesOn: Day | null;
};

/** When a person works, absences aside: their employment and the days off of their pool. */
export type WorkCalendar = Employment & { daysOff: ReadonlySet<Day> | ReadonlyMap<Day, unknown> };

/** The hours of a person's day, from the first shift to the last or of their week; null on a day off, a free weekday, before hiring and after leaving. */
export function weekdayHoursOn(calendar: WorkCalendar, on: Day): WeekdayHours | null {
  const { hours, daysOff } = calendar;
  if (!isEmployedOn(calendar, on)) return null;
  const weekday = weekdayOf(on);
  const pieces = calendar.shifts?.[on];
  if (pieces) {
    const whole = hullOf(pieces);
    return whole && { weekday, startsAtMinute: whole.startMinute, endsAtMinute: whole.endMinute };
  }
  if (daysOff.has(on)) return null;
  for (const one of hours) if (one.weekday === weekday && countsOn(one, on)) return one;
  return null;
}

function isEmployedOn({ hiredOn, leavesOn }: Employment, on: Day): boolean {
  return !((hiredOn && on < hiredOn) || (leavesOn && on > leavesOn));
}

function hullOf(hours: readonly Hours[]): Hours | null {
  if (hours.length === 0) return null;
  return {
    startMinute: Math.min(...hours.map(({ startMinute }) => startMinute)),
    endMinute: Math.max(...hours.map(({ endMinute }) => endMinute)),
  };
}

/** What published shifts say of a half-day, lunch left out; null where none are published and the person's week counts. */
export function shiftPiecesIn(calendar: WorkCalendar, { on, part }: HalfDay): ShiftPiece[] | null {
  const pieces = calendar.shifts?.[on];
  if (!pieces) return null;
  if (!isEmployedOn(calendar, on)) return [];
  return pieces.flatMap(({ isWithExecutives, startMinute, endMinute }) => {
    const hours = workedHours({ startsAtMinute: startMinute, endsAtMinute: endMinute }, part);
    return hours ? [{ ...hours, isWithExecutives }] : [];
  });
}

/** The hours a person works in a half-day, from the first minute to the last, lunch (12–13) left out; null when they work none. */
export function workedHoursIn(calendar: WorkCalendar, at: HalfDay): Hours | null {
  const pieces = shiftPiecesIn(calendar, at);
  if (pieces) return hullOf(pieces);
  const hours = weekdayHoursOn(calendar, at.on);
  return hours && workedHours(hours, at.part);
}

/** Minutes a person works in a half-day, lunch left out. */
export function workedMinutesIn(calendar: WorkCalendar, at: HalfDay): number {
  const pieces = shiftPiecesIn(calendar, at);
  if (pieces) return minutesOf(pieces);
  const hours = workedHoursIn(calendar, at);
  return hours ? hours.endMinute - hours.startMinute : 0;
}

/** The hours of a half-day that a person who works then is not with their executives: at other work, or between two shifts. */
export function hoursElsewhereIn(calendar: WorkCalendar, at: HalfDay): Hours[] {
  const pieces = shiftPiecesIn(calendar, at);
  const whole = pieces && hullOf(pieces);
  if (!whole) return [];
  return pieces
    .filter(({ isWithExecutives }) => isWithExecutives)
    .reduce<Hours[]>((rest, there) => rest.flatMap((hours) => withoutHours(hours, there)), [whole]);
}

/** The hours a person works on a day, in order, lunch left out. */
export function workedHoursOn(calendar: WorkCalendar, on: Day): Hours[] {
  return DAY_PARTS.flatMap((part) => {
    const pieces = shiftPiecesIn(calendar, { on, part });
    return pieces ? joinedHours(pieces) : (workedHoursIn(calendar, { on, part }) ?? []);
  });
}

/** True when a person works at a minute of a day, absences aside. */
export function isWorkedMinute(calendar: WorkCalendar, on: Day, minute: number): boolean {
  return workedHoursOn(calendar, on).some((one) => one.startMinute <= minute && minute < one.endMinute);
}

/** The halves of a day that a person works, by so much as a minute, within a stretch. */
export function workedParts(calendar: WorkCalendar, stretch: Stretch, on: Day): DayPart[] {
  const within = hoursOfStretchOn(stretch, on);
  if (!within) return [];
  return DAY_PARTS.filter((part) => {
    const hours = workedHoursIn(calendar, { on, part });
    return hours !== null && sharedHours(hours, within) !== null;
  });
}

/** Minutes a person works on a day within a stretch. */
export function workedMinutesOn(calendar: WorkCalendar, stretch: Stretch, on: Day): number {
  const within = hoursOfStretchOn(stretch, on);
  return within
    ? minutesOf(workedHoursOn(calendar, on).flatMap((hours) => sharedHours(hours, within) ?? []))
    : 0;
}

/** Minutes a person works within a stretch, absences aside. */
export function workedMinutes(calendar: WorkCalendar, stretch: Stretch): number {
  return daysFrom(stretch.from, stretch.to).reduce(
    (sum, on) => sum + workedMinutesOn(calendar, stretch, on),
    0,
  );
}

/** The first half-day of some days in which a person has still to work after a minute of the first; null for none. */
export function nextWorkedHalf(
  calendar: WorkCalendar,
  { on, minute }: { on: Day; minute: number },
  days: number,
): HalfDay | null {
  const halves = daysFrom(on, addDays(on, days)).flatMap((each) =>
    DAY_PARTS.map((part) => ({ on: each, part })),
  );
  const isLeft = (half: HalfDay) => {
    const hours = workedHoursIn(calendar, half);
    return hours !== null && (half.on > on || hours.endMinute > minute);
  };
  return halves.find(isLeft) ?? null;
}

/** False for a stretch in which a person works not one minute: a weekend, a day off, lunch, after hours. */
export function hasWorkingTime(calendar: WorkCalendar, stretch: Stretch): boolean {
  return daysFrom(stretch.from, stretch.to).some((on) => workedMinutesOn(calendar, stretch, on) > 0);
}
