import type { OfficeDuty } from "@/lib/coverage/office/rules";
import type { DayPart } from "@/lib/time/half-day";

/** Share of a duty's minutes that a cover takes on, in percent. */
const COVER_PERCENT = { full: 100, core: 50, monitor: 25, defer: 0 } as const;

/** Minutes of a duty in one half-day when the own assistant does it: half a day's, the odd minute in the morning. */
function halfMinutes(minutesPerDay: number, part: DayPart): number {
  return part === "am" ? Math.ceil(minutesPerDay / 2) : Math.floor(minutesPerDay / 2);
}

/** Minutes the executive's own assistant is busy for them in a half-day. */
export function ownMinutes(duties: readonly OfficeDuty[], part: DayPart): number {
  return duties.reduce((sum, duty) => sum + halfMinutes(duty.minutesPerDay, part), 0);
}

/** Minutes a cover is busy for the executive in a half-day: full counts whole, core half, monitor a quarter, defer nothing. */
export function coverMinutes(duties: readonly OfficeDuty[], part: DayPart): number {
  return duties.reduce((sum, duty) => sum + dutyCoverMinutes(duty, part), 0);
}

/** Minutes of one duty a cover takes on in a half-day, rounded up. */
export function dutyCoverMinutes(duty: OfficeDuty, part: DayPart): number {
  return Math.ceil((halfMinutes(duty.minutesPerDay, part) * COVER_PERCENT[duty.coverLevel]) / 100);
}
