import { ok, reject } from "@/lib/result";
import { AFTERNOON_STARTS_AT, type DayPart, MORNING_ENDS_AT, type WeekdayHours } from "@/lib/time/half-day";
import { minutesInPart } from "@/lib/time/hours";
import { parseDayPart, timeOf } from "./rules-cells";
import type { Read } from "./rules-sheet";

/** Which halves of a weekday (1 is Monday) are worked, and its hours where they differ from those of the other days. */
export type WorkingDay = { weekday: number; parts: ReadonlySet<DayPart>; hours?: Hours };

const NAMES: readonly (readonly string[])[] = [
  ["mon", "monday", "man", "mandag"],
  ["tue", "tues", "tuesday", "tis", "tisdag"],
  ["wed", "wednesday", "ons", "onsdag"],
  ["thu", "thur", "thurs", "thursday", "tor", "tors", "torsdag"],
  ["fri", "friday", "fre", "fredag"],
  ["sat", "saturday", "lor", "lordag"],
  ["sun", "sunday", "son", "sondag"],
];
const SHORT_NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
type Hours = { startsAtMinute: number; endsAtMinute: number };

const BOTH: readonly DayPart[] = ["am", "pm"];

const NO_DAYS = /^(none|inga)$/i;

/**
 * Days and ranges of days, in English or Swedish, each whole, half or with hours of its own: "Mon-Wed,Thu:am,Fri 8:00-14:00", or
 * "none"; refuses a half named twice.
 */
export function parseWorkingDays(text: string): Read<WorkingDay[]> {
  if (NO_DAYS.test(text)) return ok([]);
  const worked = new Map<number, Set<DayPart>>();
  const hours = new Map<number, Hours>();
  for (const item of itemsOf(text)) {
    const found = daysAndPartsOf(item);
    if (!found) return reject("not_working_days", { details: { item } });
    for (const weekday of found.weekdays) {
      const parts = worked.get(weekday) ?? new Set<DayPart>();
      if (found.parts.some((part) => parts.has(part))) {
        return reject("day_twice", { details: { day: SHORT_NAMES[weekday - 1] ?? "" } });
      }
      for (const part of found.parts) parts.add(part);
      worked.set(weekday, parts);
      if (found.hours) hours.set(weekday, found.hours);
    }
  }
  if (worked.size === 0) return reject("required");
  return ok(
    [...worked]
      .sort(([a], [b]) => a - b)
      .map(([weekday, parts]) => ({ weekday, parts, hours: hours.get(weekday) })),
  );
}

/** The items of a list cell: parted by semicolons, commas or bars, empty ones left out. */
export function itemsOf(text: string): string[] {
  return text
    .split(/[;,|]/)
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

type DaysFound = { weekdays: number[]; parts: readonly DayPart[]; hours?: Hours };

const WITH_HOURS = /^(\S.*?)\s+(\S+)\s*[-–]\s*(\S+)$/;

function daysAndPartsOf(item: string): DaysFound | null {
  const [, some = "", begin = "", end = ""] = WITH_HOURS.exec(item) ?? [];
  const [startsAt, endsAt] = [timeOf(begin), timeOf(end)];
  if (!startsAt.ok || !endsAt.ok) return wholeOrHalfDaysOf(item);
  const found = startsAt.value < endsAt.value ? wholeOrHalfDaysOf(some) : null;
  return found?.parts === BOTH
    ? { ...found, hours: { startsAtMinute: startsAt.value, endsAtMinute: endsAt.value } }
    : null;
}

function wholeOrHalfDaysOf(item: string): DaysFound | null {
  const [days = "", half, ...rest] = item.toLowerCase().split(":");
  const part = half === undefined ? null : parseDayPart(half.trim());
  if (rest.length > 0 || (half !== undefined && part === null)) return null;
  const [first, last, ...more] = days.split(/[-–]/).map(weekdayOf);
  if (first === null || first === undefined || last === null || more.length > 0) return null;
  return { weekdays: rangeOf(first, last ?? first), parts: part ? [part] : BOTH };
}

function weekdayOf(name: string): number | null {
  const plain = name
    .trim()
    .normalize("NFD")
    .replace(/\p{Mn}|\.$/gu, "");
  const index = NAMES.findIndex((names) => names.includes(plain));
  return index === -1 ? null : index + 1;
}

function rangeOf(first: number, last: number): number[] {
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, i) => ((first - 1 + i) % 7) + 1);
}

/** Hours of each working day: a morning ends at noon, an afternoon begins at one; refuses a half the hours don't touch. */
export function hoursOf(days: readonly WorkingDay[], usual: Hours): Read<WeekdayHours[]> {
  const week: WeekdayHours[] = [];
  for (const { weekday, parts, hours = usual } of days) {
    const isWhole = parts.size === 2;
    const part = parts.has("am") ? "am" : "pm";
    if (!isWhole && minutesInPart(hours, part) === 0) {
      return reject("half_not_worked", { details: { day: SHORT_NAMES[weekday - 1] ?? "", part } });
    }
    const { startsAtMinute, endsAtMinute } = hours;
    if (isWhole) week.push({ weekday, startsAtMinute, endsAtMinute });
    else if (part === "am")
      week.push({ weekday, startsAtMinute, endsAtMinute: Math.min(endsAtMinute, MORNING_ENDS_AT) });
    else week.push({ weekday, startsAtMinute: Math.max(startsAtMinute, AFTERNOON_STARTS_AT), endsAtMinute });
  }
  return ok(week);
}
