import "server-only";
import { dayOfColumn, dayToDate } from "@/lib/time/day";
import type { WeekdayHours } from "@/lib/time/half-day";
import { Prisma } from "@/prisma/generated/client/client";
import type { DatedHours } from "./rules";

/** What a query selects of a person's working hours. */
export const PATTERN_COLUMNS = {
  weekday: true,
  startsAtMinute: true,
  endsAtMinute: true,
  validFrom: true,
  validTo: true,
} as const;

/** The same of an assistant's, whose weeks may come round again. */
export const WORK_COLUMNS = {
  ...PATTERN_COLUMNS,
  cycleWeeks: true,
  weekOfCycle: true,
  anchorMonday: true,
  place: true,
} as const;

const DATED = Prisma.sql`'weekday', p.weekday, 'startsAtMinute', p.starts_at_minute, 'endsAtMinute', p.ends_at_minute,
  'validFrom', p.valid_from, 'validTo', p.valid_to`;

/** Hours from day to day of the rows `p` of support_hours, as DatedHours. */
export const HOURS = Prisma.sql`coalesce(json_agg(json_build_object(${DATED}) ORDER BY p.weekday, p.valid_from), '[]')`;

/** Hours from day to day of the rows `p` of working_patterns, as DatedHours. */
export const WORK_HOURS = Prisma.sql`coalesce(json_agg(CASE WHEN p.cycle_weeks = 1 AND p.place = 'site' THEN json_build_object(${DATED})
    ELSE json_build_object(${DATED}, 'place', CASE p.place WHEN 'remote' THEN 'remote' END,
      'cycle', CASE WHEN p.cycle_weeks > 1 THEN json_build_object('weeks', p.cycle_weeks, 'week', p.week_of_cycle,
        'anchor', p.anchor_monday) END) END
  ORDER BY p.weekday, p.valid_from, p.week_of_cycle), '[]')`;

type PatternColumns = Omit<WeekdayHours, "place"> & { validFrom: Date; validTo: Date | null };
type WorkColumns = PatternColumns & {
  cycleWeeks: number;
  weekOfCycle: number;
  anchorMonday: Date | null;
  place: "site" | "remote";
};

/** Hours, with their days, from the rows. */
export function datedHoursOf(patterns: readonly PatternColumns[]): DatedHours[] {
  return patterns.map(({ weekday, startsAtMinute, endsAtMinute, validFrom, validTo }) => ({
    weekday,
    startsAtMinute,
    endsAtMinute,
    validFrom: dayOfColumn(validFrom),
    validTo: validTo && dayOfColumn(validTo),
  }));
}

/** The working hours of an assistant, with their days, weeks and places, from the rows. */
export function workHoursOf(patterns: readonly WorkColumns[]): DatedHours[] {
  return patterns.map(({ cycleWeeks, weekOfCycle, anchorMonday, place, ...row }) => ({
    ...datedHoursOf([row])[0],
    ...(place === "remote" && { place }),
    cycle: anchorMonday && { weeks: cycleWeeks, week: weekOfCycle, anchor: dayOfColumn(anchorMonday) },
  })) as DatedHours[];
}

/** Hours with their days as columns. */
export function columnsOfHours({ weekday, startsAtMinute, endsAtMinute, validFrom, validTo }: DatedHours) {
  return {
    ...{ weekday, startsAtMinute, endsAtMinute },
    ...{ validFrom: dayToDate(validFrom), validTo: validTo && dayToDate(validTo) },
  };
}

/** An assistant's hours as columns, with their weeks and places. */
export function columnsOfWork({
  cycle,
  place = "site",
  ...hours
}: Omit<DatedHours, "place"> & { place?: "site" | "remote" }) {
  return {
    ...columnsOfHours(hours),
    place,
    ...(cycle && {
      ...{ cycleWeeks: cycle.weeks, weekOfCycle: cycle.week },
      anchorMonday: dayToDate(cycle.anchor),
    }),
  };
}
