import "server-only";
import type { Ctx } from "@/lib/context";
import { daysOffIn } from "@/lib/days-off";
import type { Locale } from "@/lib/i18n/locales";
import { type Day, day } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { getOwnPool } from "./queries-today";

/** How far a calendar names holidays, in years before and after this one. */
const YEARS_AROUND = 3;

/** What a calendar marks for a person: the day it is where they work, and the days off there by name. */
export async function getCalendarDays(
  ctx: Ctx,
  locale: Locale,
): Promise<{ today: Day; holidays: Record<Day, string> }> {
  const pool = await getOwnPool(ctx);
  const today = dayIn(pool?.timeZone ?? "UTC", ctx.now);
  if (!pool) return { today, holidays: {} };
  const year = Number(today.slice(0, 4));
  const [from, to] = [day(`${year - YEARS_AROUND}-01-01`), day(`${year + YEARS_AROUND}-12-31`)];
  return { today, holidays: Object.fromEntries(daysOffIn(pool, from, to, locale)) };
}
