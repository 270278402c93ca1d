import { addWeeks, type IsoWeek, isoWeekOf } from "@/lib/time/iso-week";
import { dayIn } from "@/lib/time/zone";

/** The ISO week some weeks from the one it is in Stockholm, where the demo office is anchored. */
export function weeksFromNow(weeks: number): IsoWeek {
  return addWeeks(isoWeekOf(dayIn("Europe/Stockholm", new Date())), weeks);
}
