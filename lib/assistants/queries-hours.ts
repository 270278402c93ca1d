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

/** Hours from day to day of the rows `p`, as DatedHours. */
export const HOURS = Prisma.sql`coalesce(json_agg(json_build_object('weekday', p.weekday, 'startsAtMinute', p.starts_at_minute,
  'endsAtMinute', p.ends_at_minute, 'validFrom', p.valid_from, 'validTo', p.valid_to)
  ORDER BY p.weekday, p.valid_from), '[]')`;

type PatternColumns = WeekdayHours & { validFrom: Date; validTo: Date | null };

/** Working hours, with their days, from the rows. */
export function datedHoursOf(patterns: readonly PatternColumns[]): DatedHours[] {
  return patterns.map(({ weekday, startsAtMinute, endsAtMinute, validFrom, validTo }) => ({
    weekday,
    startsAtMinute,
    endsAtMinute,
    validFrom: dayOfColumn(validFrom),
    validTo: validTo && dayOfColumn(validTo),
  }));
}

/** Hours with their days as columns. */
export function columnsOfHours({ validFrom, validTo, ...hours }: DatedHours) {
  return { ...hours, validFrom: dayToDate(validFrom), validTo: validTo && dayToDate(validTo) };
}
