import { isDay } from "@/lib/time/day";
import { type Locale, localeTag } from "./locales";

export type RefusalValues = Record<string, string | number>;

/** A date in words: "17 Aug 2026". */
const DATE = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;

// What the words of one reason need and another verb may leave out.
const UNKNOWN: RefusalValues = {
  from: "",
  to: "none",
  fromPart: "am",
  toPart: "pm",
  on: "",
  status: "",
  count: 0,
  duties: "none",
  by: "none",
  own: "no",
  cover: "none",
  recent: "no",
};

/** The details of a refusal as its words take them: days, weekdays and languages by name, duties by the names given. */
export function refusalValues(
  details: Record<string, unknown> = {},
  locale: Locale,
  dutyNames: Readonly<Record<string, string>> = {},
): RefusalValues {
  const named = Object.entries(details).flatMap(([key, value]) => {
    const words = valueWords(key, value, locale, dutyNames);
    return words === null ? [] : [[key, words] as const];
  });
  return { ...UNKNOWN, ...Object.fromEntries(named), ...dutiesIn(details.dutyIds, locale, dutyNames) };
}

/** Duties that are named, as a list in words; nothing for all of them. */
function dutiesIn(
  dutyIds: unknown,
  locale: Locale,
  dutyNames: Readonly<Record<string, string>>,
): RefusalValues {
  if (!Array.isArray(dutyIds) || dutyIds.length === 0) return {};
  const names = dutyIds.map((id) => dutyNames[String(id)] ?? String(id));
  return { duties: new Intl.ListFormat(localeTag(locale), { type: "conjunction" }).format(names) };
}

function valueWords(
  key: string,
  value: unknown,
  locale: Locale,
  dutyNames: Readonly<Record<string, string>>,
): string | number | null {
  if (key === "weekday") return weekdayName(Number(value), locale);
  if (key === "language") return languageName(String(value), locale);
  if (key === "duty") return dutyNames[String(value)] ?? String(value);
  if (typeof value === "number") return value;
  if (typeof value !== "string") return null;
  return isDay(value) ? dayName(value, locale) : value;
}

function dayName(day: string, locale: Locale): string {
  const date = new Date(`${day}T00:00:00Z`);
  return new Intl.DateTimeFormat(localeTag(locale), DATE).format(date).replaceAll(/\s/g, " ");
}

function weekdayName(weekday: number, locale: Locale): string {
  // 1 January 2024 was a Monday.
  const date = new Date(Date.UTC(2024, 0, weekday));
  return new Intl.DateTimeFormat(localeTag(locale), { weekday: "long", timeZone: "UTC" }).format(date);
}

function languageName(code: string, locale: Locale): string {
  const name = new Intl.DisplayNames([locale], { type: "language", fallback: "code" }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
