"use server";
import { getLocale } from "next-intl/server";
import { requirePerson } from "@/lib/auth/guards";
import { localeOf } from "@/lib/i18n/locales";
import { getCalendarDays } from "@/lib/pools/queries-calendar";

/** Today and the holidays where the signed-in person works, for the calendars of their pages. */
export async function readCalendarDays(): Promise<{ today: string; holidays: Record<string, string> }> {
  return getCalendarDays(await requirePerson(), localeOf(await getLocale()));
}
