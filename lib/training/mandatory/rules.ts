import type { Seniority } from "@/lib/assistants/schema";
import { addDays, type Day, daysBetween, earlierDay, laterDay } from "@/lib/time/day";

/** Whom a course is mandatory for and by when, and from which day on the days are counted. */
export type Audience = {
  poolId: string | null;
  seniority: Seniority | null;
  dutyId: string | null;
  dueOn: Day | null;
  withinDays: number | null;
  since: Day;
};

/** What of a person says whether a course is mandatory for them. */
export type MandatoryMember = {
  poolId: string;
  seniority: Seniority;
  dutyIds: readonly string[];
  hiredOn: Day | null;
};

function isMeant({ poolId, seniority, dutyId }: Audience, member: MandatoryMember): boolean {
  return (
    (poolId === null || poolId === member.poolId) &&
    (seniority === null || seniority === member.seniority) &&
    (dutyId === null || member.dutyIds.includes(dutyId))
  );
}

/** By when a person has to have attended, the soonest where several lines mean them; null where none does. */
export function mandatoryBy(audiences: readonly Audience[], member: MandatoryMember): Day | null {
  const days = audiences.flatMap((audience) => {
    if (!isMeant(audience, member)) return [];
    const { dueOn, withinDays, since } = audience;
    if (withinDays === null) return dueOn === null ? [] : [dueOn];
    return [addDays(member.hiredOn ? laterDay(member.hiredOn, since) : since, withinDays)];
  });
  return days.length === 0 ? null : days.reduce(earlierDay);
}

const REMINDERS = [0, 7, 30] as const;

/** The one reminder that is due, in days before the day: the nearest only, each once, and anew where the day is another. */
export function reminderDue(
  dueOn: Day,
  today: Day,
  last: { dueOn: Day; toldDays: number } | null,
): (typeof REMINDERS)[number] | null {
  const left = daysBetween(today, dueOn);
  const nearest = REMINDERS.find((days) => left <= days);
  if (nearest === undefined) return null;
  return last && last.dueOn === dueOn && last.toldDays <= nearest ? null : nearest;
}
