import { workedHoursIn } from "@/lib/availability/rules";
import { isAwayIn, type OfficeAssistant } from "@/lib/coverage/office/rules";
import { type Day, daysFrom } from "@/lib/time/day";
import { DAY_PARTS } from "@/lib/time/half-day";
import { type Hours, sharedHours } from "@/lib/time/hours";

/** How long the two meet, in minutes. */
export const MEETING_MINUTES = 30;
const MOST_PROPOSED = 3;

export type MeetingTime = Hours & { on: Day };

/** The first times, one a day at most, in which both work and neither is away. */
export function freeMeetings(
  [one, other]: readonly [OfficeAssistant, OfficeAssistant],
  { from, to }: { from: Day; to: Day },
  daysOff: ReadonlyMap<Day, unknown>,
): MeetingTime[] {
  return daysFrom(from, to)
    .flatMap((on) => freeTimeOn(one, other, on, daysOff) ?? [])
    .slice(0, MOST_PROPOSED);
}

function freeTimeOn(
  one: OfficeAssistant,
  other: OfficeAssistant,
  on: Day,
  daysOff: ReadonlyMap<Day, unknown>,
): MeetingTime | null {
  for (const part of DAY_PARTS) {
    const at = { on, part };
    if (isAwayIn(one, at, null) || isAwayIn(other, at, null)) continue;
    const [hours, theirs] = [
      workedHoursIn({ ...one, daysOff }, at),
      workedHoursIn({ ...other, daysOff }, at),
    ];
    const shared = hours && theirs && sharedHours(hours, theirs);
    if (!shared || shared.endMinute - shared.startMinute < MEETING_MINUTES) continue;
    const startMinute = shared.startMinute;
    return { on, startMinute, endMinute: startMinute + MEETING_MINUTES };
  }
  return null;
}
