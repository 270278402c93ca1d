import { z } from "zod";
import { type Day, isDay } from "./day";
import { DAY_PARTS } from "./half-day";
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
