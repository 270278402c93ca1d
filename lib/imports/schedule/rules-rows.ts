import {
  choiceOf,
  dateOf,
  emailOf,
  needed,
  optionalDateOf,
  textOf,
  timeOf,
} from "@/lib/imports/sheets/rules-cells";
import {
  type CellRule,
  type Read,
  type RowReader,
  readRows,
  type Sheet,
} from "@/lib/imports/sheets/rules-sheet";
import { ok, reject } from "@/lib/result";
import type { Day } from "@/lib/time/day";
import type { Hours } from "@/lib/time/hours";

/** Hours of one weekday in a week of somebody's pattern, as a file says them. */
export type PatternRow = Hours & {
  line: number;
  email: string;
  from: Day;
  weeks: number;
  week: number;
  weekday: number;
  place: "site" | "remote";
};

/** A shift as a file says it: roles by name, and an open one without an address. */
export type ShiftRow = Hours & {
  line: number;
  pool: string;
  email: string | null;
  on: Day;
  breakStartMinute: number | null;
  breakMinutes: number | null;
  work: RoleHours[];
};
export type RoleHours = { role: string; hours: Hours | null };

/** How many a role of a pool needs in some hours, as a file says it. */
export type DemandRow = Hours & {
  line: number;
  pool: string;
  role: string;
  weekday: number | null;
  on: Day | null;
  headcount: number;
  from: Day | null;
  to: Day | null;
};

const MOST_WEEKS = 4;
const MOST_PEOPLE = 1_000;
const LONGEST_BREAK_MINUTES = 600;
const PLACES = { plats: "site", distans: "remote" } as const;
export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const SYNONYMS: Record<string, (typeof WEEKDAYS)[number]> = {
  ...{ monday: "mon", mån: "mon", måndag: "mon", tuesday: "tue", tis: "tue", tisdag: "tue" },
  ...{
    wednesday: "wed",
    ons: "wed",
    onsdag: "wed",
    thursday: "thu",
    tor: "thu",
    tors: "thu",
    torsdag: "thu",
  },
  ...{ friday: "fri", fre: "fri", fredag: "fri", saturday: "sat", lör: "sat", lördag: "sat" },
  ...{ sunday: "sun", sön: "sun", söndag: "sun" },
};

/** The rows of a file of working hours. */
export function parsePatterns(sheet: Sheet) {
  return readRows(sheet, (row): PatternRow | undefined => {
    const email = row.read("assistant_email", needed(emailOf));
    const from = row.read("from", needed(dateOf));
    const weekday = row.read("weekday", needed(weekdayOf));
    const hours = hoursIn(row);
    const weeks = row.read("weeks", wholeNumber(1, MOST_WEEKS, 1)) ?? 1;
    const week = row.read("week", wholeNumber(1, MOST_WEEKS, 1)) ?? 1;
    const place = row.read("place", (text) => (text === "" ? ok("site" as const) : placeOf(text))) ?? "site";
    if (week > weeks) row.fault("week", "not_a_week_of", { weeks });
    return email && from && weekday && hours
      ? { line: row.line, email, from, weeks, week, weekday, place, ...hours }
      : undefined;
  });
}

/** The rows of a file of shifts. */
export function parseShifts(sheet: Sheet) {
  return readRows(sheet, (row): ShiftRow | undefined => {
    const pool = row.read("pool", needed(textOf(80)));
    const email = row.read("assistant_email", orNothing(emailOf)) ?? null;
    const on = row.read("date", needed(dateOf));
    const hours = hoursIn(row);
    const breakStartMinute = row.read("break_starts", orNothing(timeOf)) ?? null;
    const breakMinutes =
      row.read("break_minutes", orNothing(wholeNumber(0, LONGEST_BREAK_MINUTES, 0))) ?? null;
    const work = row.read("roles", needed(rolesOf));
    return pool && on && hours && work
      ? { line: row.line, pool, email, on, ...hours, breakStartMinute, breakMinutes, work }
      : undefined;
  });
}

/** The rows of a file of needs. */
export function parseDemand(sheet: Sheet) {
  return readRows(sheet, (row): DemandRow | undefined => {
    const pool = row.read("pool", needed(textOf(80)));
    const role = row.read("role", needed(textOf(80)));
    const weekday = row.read("weekday", orNothing(weekdayOf));
    const on = row.read("date", optionalDateOf) ?? null;
    const hours = hoursIn(row);
    const headcount = row.read("people", needed(wholeNumber(0, MOST_PEOPLE, 0)));
    const from = row.read("from", optionalDateOf) ?? null;
    const to = row.read("to", optionalDateOf) ?? null;
    if (weekday !== undefined && (weekday === null) === (on === null))
      row.fault("weekday", "weekday_or_date");
    if (from && to && to < from) row.fault("to", "to_before_from");
    return pool && role && weekday !== undefined && hours && headcount !== undefined
      ? { line: row.line, pool, role, weekday, on, ...hours, headcount, from, to }
      : undefined;
  });
}

function hoursIn(row: RowReader): Hours | undefined {
  const startMinute = row.read("starts", needed(timeOf));
  const endMinute = row.read("ends", needed(timeOf));
  if (startMinute === undefined || endMinute === undefined) return undefined;
  if (endMinute <= startMinute) row.fault("ends", "ends_before_starts");
  return { startMinute, endMinute };
}

const placeOf = choiceOf(["site", "remote"] as const, PLACES);

function weekdayOf(text: string): Read<number> {
  const named = choiceOf(WEEKDAYS, SYNONYMS)(text);
  return named.ok ? ok(WEEKDAYS.indexOf(named.value) + 1) : reject("not_a_weekday");
}

function wholeNumber(least: number, most: number, usual: number): CellRule<number> {
  return (text) => {
    if (text === "") return ok(usual);
    const number = Number(text);
    const isWhole = /^\d{1,4}$/.test(text) && number >= least && number <= most;
    return isWhole ? ok(number) : reject("not_a_whole_number", { details: { least, most } });
  };
}

/** What a rule reads, or nothing of an empty cell. */
function orNothing<T>(rule: CellRule<T>): CellRule<T | null> {
  return (text): Read<T | null> => (text === "" ? ok(null) : rule(text));
}

const PIECE = /^(.+?)\s+(\d{1,2}[:.]\d{2})\s*[-–]\s*(\d{1,2}[:.]\d{2})$/;

/** One role of a whole shift, or several with their hours: "Phones 08:00-10:00; Support 10:00-12:00". */
function rolesOf(text: string): Read<RoleHours[]> {
  const found: RoleHours[] = [];
  for (const item of text
    .split(/[;|]/)
    .map((one) => one.trim())
    .filter(Boolean)) {
    const [, role, from, to] = PIECE.exec(item) ?? [];
    if (!role || !from || !to) {
      found.push({ role: item, hours: null });
      continue;
    }
    const [start, end] = [timeOf(from), timeOf(to)];
    if (!start.ok || !end.ok) return reject("not_a_time");
    found.push({ role, hours: { startMinute: start.value, endMinute: end.value } });
  }
  return found.length > 0 ? ok(found) : reject("required");
}
