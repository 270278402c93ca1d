import { type Day, daysBetween } from "@/lib/time/day";
import { dayMonthsLater } from "@/lib/time/month";

/** How many days before its end a certificate is warned of, the nearest first. */
const WARNINGS = [7, 30, 90] as const;
/** Renewed within so many days before its end, a certificate loses nothing of its old term. */
const EARLIEST_RENEWAL = 90;

/** From how many days before the end managers are told as well. */
export const MANAGERS_FROM = 30;
/** So many days before its end a certificate is shown as running out. */
export const SHOWN_FROM = 90;

/** Until when attending is valid: counted from the old last day where it was renewed in the 90 days before, else from the course. */
export function validUntil(attendedOn: Day, months: number, previous: Day | null): Day {
  const left = previous === null ? -1 : daysBetween(attendedOn, previous);
  const isRenewal = previous !== null && left >= 0 && left <= EARLIEST_RENEWAL;
  return dayMonthsLater(isRenewal ? previous : attendedOn, months);
}

/** The one warning that is due today, in days before the end: the nearest only, each once, none once it has ended. */
export function warningDue(until: Day, today: Day, told: number | null): number | null {
  const left = daysBetween(today, until);
  const nearest = WARNINGS.find((days) => left <= days);
  return left < 0 || nearest === undefined || (told !== null && told <= nearest) ? null : nearest;
}
