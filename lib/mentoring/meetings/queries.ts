import "server-only";
import type { Assistant } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { readAssistants } from "@/lib/coverage/office/queries-people";
import { daysOffIn } from "@/lib/days-off";
import { meetingDue } from "@/lib/mentoring/pairs/rules";
import type { MentorshipView } from "@/lib/mentoring/pairs/schema";
import { addDays, day, earlierDay, laterDay } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { freeMeetings, type MeetingTime } from "./rules";

const DAYS_AHEAD = 21;

/** When the two of some active mentorships could meet next, by mentorship; none for one that has a meeting to come. */
export async function proposeMeetings(
  ctx: Ctx<Assistant>,
  pairs: readonly MentorshipView[],
): Promise<Map<string, MeetingTime[]>> {
  const proposed = new Map<string, MeetingTime[]>();
  const wanting = pairs.filter(
    ({ status, meetings }) => status === "active" && !meetings.some((one) => one.status === "planned"),
  );
  if (wanting.length === 0) return proposed;
  const pool = await ctx.db.pool.findUniqueOrThrow({
    where: { id: ctx.actor.assistant.poolId },
    select: { timeZone: true, holidayRegion: true, holidayTypes: true },
  });
  const tomorrow = addDays(dayIn(pool.timeZone, ctx.now), 1);
  const last = addDays(tomorrow, DAYS_AHEAD + 28);
  const ids = [...new Set(wanting.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))];
  const people = new Map((await readAssistants(ctx.db, ids, tomorrow, last)).map((one) => [one.id, one]));
  const daysOff = daysOffIn(pool, tomorrow, last);
  for (const { id, mentorId, menteeId, cadence, startsOn, endsOn, meetings } of wanting) {
    const [mentor, mentee] = [people.get(mentorId), people.get(menteeId)];
    if (!mentor || !mentee) continue;
    const held = meetings.find((one) => one.status === "held");
    const due = meetingDue(cadence, day(startsOn), held ? day(held.on) : null);
    const from = laterDay(tomorrow, due);
    const to = earlierDay(day(endsOn), addDays(from, DAYS_AHEAD));
    proposed.set(id, freeMeetings([mentor, mentee], { from, to }, daysOff));
  }
  return proposed;
}
