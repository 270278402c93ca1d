import type { Locale } from "@/lib/i18n/locales";
import type { WeekdayHours } from "@/lib/time/half-day";

const DAYS: Record<Locale, readonly string[]> = {
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  sv: ["mån", "tis", "ons", "tor", "fre", "lör", "sön"],
};
const NO_DAYS: Record<Locale, string> = { en: "none", sv: "inga" };
/** What the two columns of hours say of somebody without any. */
const OFFICE_HOURS = { startsAtMinute: 480, endsAtMinute: 1_020 };

type Hours = Pick<WeekdayHours, "startsAtMinute" | "endsAtMinute">;

/** A week of hours as an import reads it: its days, the hours most of them have, and beside a day the hours of its own. */
export function weekCells(
  week: readonly WeekdayHours[],
  locale: Locale,
): { working_days: string; starts: string; ends: string } {
  const usual = usualHours(week);
  const starts = clock(usual.startsAtMinute);
  const ends = clock(usual.endsAtMinute);
  const names = DAYS[locale];
  const alike = week.filter((one) => isSame(one, usual)).map(({ weekday }) => weekday);
  const others = week.filter((one) => !isSame(one, usual));
  const items = [
    ...runsOf(alike).map(([first, last]) =>
      first === last ? names[first - 1] : `${names[first - 1]}-${names[last - 1]}`,
    ),
    ...others.map(
      ({ weekday, startsAtMinute, endsAtMinute }) =>
        `${names[weekday - 1]} ${clock(startsAtMinute)}-${clock(endsAtMinute)}`,
    ),
  ];
  return { working_days: items.join(";") || NO_DAYS[locale], starts, ends };
}

function usualHours(week: readonly WeekdayHours[]): Hours {
  const counts = week.map((one) => ({ one, count: week.filter((other) => isSame(one, other)).length }));
  const [most] = counts.toSorted((a, b) => b.count - a.count);
  return most?.one ?? OFFICE_HOURS;
}

function isSame(a: Hours, b: Hours): boolean {
  return a.startsAtMinute === b.startsAtMinute && a.endsAtMinute === b.endsAtMinute;
}

/** Days in a row, as the first and last of each. */
function runsOf(days: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && run[1] === day - 1) run[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}

function clock(minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}
