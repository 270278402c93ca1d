import "server-only";
import Holidays from "date-holidays";
import { type Day, isDay } from "@/lib/time/day";

/** What says which days a pool works. */
export type PoolClock = { timeZone: string; holidayRegion: string; holidayTypes: readonly string[] };

const cache = new Map<string, ReadonlyMap<Day, string>>();

/** Days off in a region from one day to another, with their names in the asked language; source date-holidays (CC BY-SA). */
export function daysOffIn(
  pool: { holidayRegion: string; holidayTypes: readonly string[] },
  from: Day,
  to: Day,
  locale: "en" | "sv" = "en",
): Map<Day, string> {
  const found = new Map<Day, string>();
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    for (const [on, name] of daysOffOfYear(pool, year, locale))
      if (on >= from && on <= to) found.set(on, name);
  }
  return found;
}

function daysOffOfYear(
  pool: { holidayRegion: string; holidayTypes: readonly string[] },
  year: number,
  locale: string,
): ReadonlyMap<Day, string> {
  const key = `${pool.holidayRegion} ${pool.holidayTypes.join()} ${year} ${locale}`;
  const known = cache.get(key);
  if (known) return known;
  const [country = "", state = "", region = ""] = pool.holidayRegion.split("-");
  const calendar = new Holidays({ country, state, region });
  const days = new Map<Day, string>();
  for (const holiday of calendar.getHolidays(year, locale) ?? []) {
    if (!pool.holidayTypes.includes(holiday.type)) continue;
    const on = holiday.date.slice(0, 10);
    if (isDay(on)) days.set(on, holiday.name);
  }
  cache.set(key, days);
  return days;
}

/** True for a region date-holidays knows. */
export function isHolidayRegion(region: string): boolean {
  const [country = "", state, area] = region.split("-");
  const holidays = new Holidays();
  if (!Object.hasOwn(holidays.getCountries(), country)) return false;
  if (!state) return true;
  if (!Object.hasOwn(holidays.getStates(country) ?? {}, state)) return false;
  return !area || Object.hasOwn(holidays.getRegions(country, state) ?? {}, area);
}

/** Every region date-holidays knows a calendar for, with its country and its own name in the asked language. */
export function listHolidayRegions(
  locale: "en" | "sv",
): { region: string; country: string; name: string | null }[] {
  const holidays = new Holidays();
  const countryName = new Intl.DisplayNames([locale], { type: "region", fallback: "code" });
  return Object.keys(holidays.getCountries())
    .flatMap((code) => {
      const country = countryName.of(code) ?? code;
      const states = Object.entries(holidays.getStates(code) ?? {});
      return [
        { region: code, country, name: null },
        ...states.map(([state, name]) => ({ region: `${code}-${state}`, country, name })),
      ];
    })
    .sort((a, b) => a.country.localeCompare(b.country, locale));
}
