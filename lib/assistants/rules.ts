import { type Refusal, refuse } from "@/lib/result";
import { addDays, type Day, daysBetween, weekdayOf } from "@/lib/time/day";
import type { WeekdayHours } from "@/lib/time/half-day";
import { minutesInPart } from "@/lib/time/hours";

/** Monday to Friday, 08:00–17:00. */
export const STANDARD_WEEK: readonly WeekdayHours[] = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  startsAtMinute: 8 * 60,
  endsAtMinute: 17 * 60,
}));

/** In which of some weeks that come round again hours are, counted from a Monday. */
export type Cycle = { weeks: number; week: number; anchor: Day };

/** Hours on one weekday from one day to another; no end means until further notice. Without a cycle they are of every week. */
export type DatedHours = WeekdayHours & { validFrom: Day; validTo: Day | null; cycle?: Cycle | null };

type Counted = Pick<DatedHours, "validFrom" | "validTo" | "cycle">;

/** True for hours that count on a day: within their dates, and in their week of the cycle. */
export function countsOn(hours: Counted, on: Day): boolean {
  return isInForce(hours, on) && (!hours.cycle || hours.cycle.week === weekOfCycle(hours.cycle, on));
}

function isInForce({ validFrom, validTo }: Counted, on: Day): boolean {
  return validFrom <= on && (validTo === null || on <= validTo);
}

/** Which week of a cycle a day is in, 1 for the first: counted in weeks from its Monday, never by odd and even numbers. */
export function weekOfCycle({ weeks, anchor }: Omit<Cycle, "week">, on: Day): number {
  const passed = Math.floor(daysBetween(anchor, on) / 7);
  return (((passed % weeks) + weeks) % weeks) + 1;
}

/** Every week of the cycle in force on a day, each Monday first; one where nothing comes round. */
export function cycleOn(patterns: readonly DatedHours[], on: Day): { weeks: WeekdayHours[][]; week: number } {
  const inForce = patterns.filter((one) => isInForce(one, on));
  const cycle = inForce.find((one) => one.cycle)?.cycle ?? null;
  if (!cycle) return { weeks: [inForce.map(plainHours).sort(byWeekday)], week: 1 };
  const weeks = Array.from({ length: cycle.weeks }, (_, i) =>
    inForce
      .filter((one) => one.cycle?.week === i + 1)
      .map(plainHours)
      .sort(byWeekday),
  );
  return { weeks, week: weekOfCycle(cycle, on) };
}

function plainHours({ weekday, startsAtMinute, endsAtMinute, place }: WeekdayHours): WeekdayHours {
  return { weekday, startsAtMinute, endsAtMinute, ...(place === "remote" && { place }) };
}

function byWeekday(a: WeekdayHours, b: WeekdayHours): number {
  return a.weekday - b.weekday;
}

/** The week of hours in force on a day, Monday first. */
export function weekOn(patterns: readonly DatedHours[], on: Day): WeekdayHours[] {
  return patterns
    .filter((one) => countsOn(one, on))
    .map(({ weekday, startsAtMinute, endsAtMinute }) => ({ weekday, startsAtMinute, endsAtMinute }))
    .sort((a, b) => a.weekday - b.weekday);
}

/** The weeks that will replace the one in force on a day, and from when. */
export function weeksAfter(patterns: readonly DatedHours[], on: Day): { from: Day; hours: WeekdayHours[] }[] {
  const changes = patterns.flatMap((p) => [p.validFrom, ...(p.validTo ? [addDays(p.validTo, 1)] : [])]);
  return [...new Set(changes)]
    .filter((from) => from > on)
    .sort()
    .map((from) => ({ from, hours: weekOn(patterns, from) }));
}

/**
 * Hours once another week counts: what went before stays as it was. From a named day on it replaces all that was planned;
 * without one it counts from today until the next change that is planned, and what is today's week already changes nothing.
 */
export function changedHours(
  patterns: readonly DatedHours[],
  { hours: week, from: named, today }: { hours: readonly WeekdayHours[]; from: Day | null; today: Day },
): DatedHours[] {
  if (named === null && isSameWeek(weekOn(patterns, today), week)) return [...patterns];
  const from = named ?? today;
  const before = patternsBefore(patterns, from);
  const later = named ? [] : patterns.filter((one) => one.validFrom > from);
  const [next] = later.map((one) => one.validFrom).sort();
  const validTo = next === undefined ? null : addDays(next, -1);
  return [...before, ...week.map((hours) => ({ ...hours, validFrom: from, validTo })), ...later];
}

/** Hours as they were until a day: what would have gone on ends the day before. */
function patternsBefore(patterns: readonly DatedHours[], from: Day): DatedHours[] {
  return patterns
    .filter((one) => one.validFrom < from)
    .map((one) =>
      one.validTo === null || one.validTo >= from ? { ...one, validTo: addDays(from, -1) } : one,
    );
}

/** Hours once one week or several that come round again count from a day; what went before stays as it was, all planned later is replaced. */
export function changedCycle(
  patterns: readonly DatedHours[],
  weeks: readonly (readonly WeekdayHours[])[],
  from: Day,
): DatedHours[] {
  const anchor = addDays(from, 1 - weekdayOf(from));
  const cycleOf = (i: number): Cycle | null =>
    weeks.length > 1 ? { weeks: weeks.length, week: i + 1, anchor } : null;
  const after = weeks.flatMap((week, i) =>
    week.map((hours) => ({ ...hours, validFrom: from, validTo: null, cycle: cycleOf(i) })),
  );
  return [...patternsBefore(patterns, from), ...after];
}

/** True when two weeks have the same hours on the same days. */
export function isSameWeek(a: readonly WeekdayHours[], b: readonly WeekdayHours[]): boolean {
  const text = (week: readonly WeekdayHours[]) =>
    week
      .map((h) => `${h.weekday} ${h.startsAtMinute} ${h.endsAtMinute}`)
      .sort()
      .join();
  return text(a) === text(b);
}

export type WeekRefusal = "weekday_twice" | "hours_end_before_start";
export type WorkWeekRefusal = WeekRefusal | "day_too_long";

/** Eleven hours of rest are due in each day and night (directive 2003/88/EC, article 3). */
const LONGEST_DAY_MINUTES = 13 * 60;

/** Refuses what a week of support can't be, and a day that leaves less than the rest the law gives. */
export function refusalOfWorkWeek(
  week: readonly WeekdayHours[],
  path: string,
): Refusal<WorkWeekRefusal> | null {
  const refusal = refusalOfWeek(week, path);
  const long = week.find((day) => day.endsAtMinute - day.startsAtMinute > LONGEST_DAY_MINUTES);
  if (refusal || !long) return refusal;
  return refuse("day_too_long", { path, details: { weekday: long.weekday } });
}

/** Refuses a week that names a weekday twice, or hours that end before they start. */
export function refusalOfWeek(week: readonly WeekdayHours[], path: string): Refusal<WeekRefusal> | null {
  for (const [index, { weekday, startsAtMinute, endsAtMinute }] of week.entries()) {
    if (week.findIndex((h) => h.weekday === weekday) < index) {
      return refuse("weekday_twice", { path, details: { weekday } });
    }
    if (endsAtMinute <= startsAtMinute)
      return refuse("hours_end_before_start", { path, details: { weekday } });
  }
  return null;
}

/** The first value that stands in a list for the second time, or null. */
export function firstRepeated(values: readonly string[]): string | null {
  return values.find((value, index) => values.indexOf(value) < index) ?? null;
}

export type AssistantContradiction =
  | WorkWeekRefusal
  | "duty_twice"
  | "language_twice"
  | "leaves_before_hired";

/** Refuses what cannot all be true of an assistant. */
export function assistantContradictionIn(input: {
  hours: readonly WeekdayHours[];
  skills: readonly { dutyId: string }[];
  languages: readonly { language: string }[];
  hiredOn: Day | null;
  leavesOn: Day | null;
}): Refusal<AssistantContradiction> | null {
  const week = refusalOfWorkWeek(input.hours, "hours");
  if (week) return week;
  if (input.hiredOn && input.leavesOn && input.leavesOn < input.hiredOn) {
    return refuse("leaves_before_hired", { path: "leavesOn" });
  }
  const duty = firstRepeated(input.skills.map((skill) => skill.dutyId));
  if (duty) return refuse("duty_twice", { path: "skills", details: { duty } });
  const language = firstRepeated(input.languages.map((l) => l.language));
  if (language) return refuse("language_twice", { path: "languages", details: { language } });
  return null;
}

type Locale = "en" | "sv";

const WEEKDAYS = {
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  sv: ["mån", "tis", "ons", "tors", "fre", "lör", "sön"],
} as const;
const PARTS = { en: { am: "am", pm: "pm" }, sv: { am: "fm", pm: "em" } } as const;

/** A week in few words: "Mon–Fri", "Mon–Thu + Fri am"; "–" for no hours at all. */
export function hoursSummary(week: readonly WeekdayHours[], locale: Locale): string {
  const days = [...week].sort((a, b) => a.weekday - b.weekday);
  const whole = days.filter((h) => minutesInPart(h, "am") > 0 && minutesInPart(h, "pm") > 0);
  const halves = days.filter((h) => !whole.includes(h));
  const parts = [
    ...(whole.length > 0
      ? [
          runsOf(
            whole.map((h) => h.weekday),
            locale,
          ),
        ]
      : []),
    ...halves.map((h) => {
      const part = minutesInPart(h, "am") > 0 ? "am" : "pm";
      return `${WEEKDAYS[locale][h.weekday - 1]} ${PARTS[locale][part]}`;
    }),
  ];
  return parts.join(" + ") || "–";
}

function runsOf(weekdays: readonly number[], locale: Locale): string {
  const runs: number[][] = [];
  for (const weekday of weekdays) {
    const run = runs.at(-1);
    if (run?.at(-1) === weekday - 1) run.push(weekday);
    else runs.push([weekday]);
  }
  const name = (weekday: number | undefined) => WEEKDAYS[locale][(weekday ?? 1) - 1];
  return runs
    .map((run) => (run.length > 2 ? `${name(run[0])}–${name(run.at(-1))}` : run.map(name).join(", ")))
    .join(", ");
}
