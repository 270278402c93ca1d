import { z } from "zod";
import { type Day, isDay } from "./day";
import { DAY_PARTS } from "./half-day";
import { minuteOf } from "./hours";
import { type IsoWeek, isIsoWeek } from "./iso-week";
import { isMonth, type Month } from "./month";

/*
 * What comes in from outside, apart from the rules of time, so that a page that draws days doesn't load a parser.
 */

/** A day that comes in from outside: YYYY-MM-DD, a real date. */
export const DayInput = z
  .string()
  .refine(isDay, { error: "not_a_day" })
  .transform((text) => text as Day)
  .meta({ type: "string", format: "date", examples: ["2026-08-17"] });

/** Before noon or after. */
export const DayPartInput = z.enum(DAY_PARTS);

/** An ISO week that exists. */
export const IsoWeekInput = z
  .string()
  .refine(isIsoWeek, { error: "not_a_week" })
  .transform((text) => text as IsoWeek)
  .meta({ type: "string", examples: ["2026-W34"] });

/** A month of the years 2000 to 2099. */
export const MonthInput = z
  .string()
  .refine(isMonth, { error: "not_a_month" })
  .transform((text) => text as Month)
  .meta({ type: "string", examples: ["2026-08"] });

/** A year as it stands in addresses. */
export const YearInput = z.coerce.number().int().min(2000).max(2099);

/** A minute of the day, as minutes after midnight or as a clock shows it: 510 is "08:30". */
export const MinuteInput = z
  .union([z.number().int().min(0).max(1440), z.string().max(10)])
  .transform((minute, check) => {
    const value = typeof minute === "number" ? minute : minuteOf(minute);
    if (value !== null) return value;
    check.addIssue({ code: "custom", message: "not_a_time", input: minute });
    return z.NEVER;
  })
  .meta({ description: "Minutes after midnight in the pool's time zone, or a time such as 08:30." });
