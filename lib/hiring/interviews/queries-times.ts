import "server-only";
import { BOOKED_STATUSES } from "@/lib/absences/requests/rules-statuses";
import { listEmployments } from "@/lib/availability/queries";
import { workedHoursOn } from "@/lib/availability/rules";
import type { PublicCtx } from "@/lib/context";
import { daysOffIn } from "@/lib/days-off";
import { readCalendars } from "@/lib/requests/levels/queries";
import { minuteOfInstant, runningOn } from "@/lib/requests/levels/rules-clock";
import {
  addDays,
  type Day,
  dayOfColumn,
  daysFrom,
  dayToDate,
  earlierDay,
  laterDay,
  weekdayOf,
} from "@/lib/time/day";
import { type Interval, joinedIntervals } from "@/lib/time/interval";
import { hoursOfStretchOn } from "@/lib/time/stretch";
import { STRETCH_COLUMNS, stretchOfColumns } from "@/lib/time/stretch-columns";
import { dayIn, instantIn } from "@/lib/time/zone";
import type { InterviewRow } from "./queries";
import { FARTHEST_DAYS, NOTICE_MS } from "./rules";
import { freeStarts, type PanelTimes, withPause } from "./rules-times";
import type { InterviewTimesView } from "./schema";

const MINUTE_MS = 60_000;
const PAUSE = 10;
/** A manager has no hours of their own in Standby: weekdays from 8 to 17. */
const MANAGERS_DAY = { startMinute: 8 * 60, endMinute: 17 * 60 };

type Pool = { timeZone: string; holidayRegion: string; holidayTypes: readonly string[] };

/** What free times are asked for; an interview that is there already is not in its own way. */
export type TimesAsked = {
  id: string | null;
  userIds: readonly string[];
  minutes: number;
  from: Day;
  to: Day;
  pool: Pool;
};

export function askedOf({ id, people, minutes, fromOn, toOn, application }: InterviewRow): TimesAsked {
  return {
    ...{ id, minutes, from: dayOfColumn(fromOn), to: dayOfColumn(toOn) },
    userIds: people.map(({ userId }) => userId),
    pool: application.requisition.pool,
  };
}

/**
 * When a whole panel is free: within the published shifts or hours of assistants and the support hours of executives, without absences,
 * settled meetings and other interviews; from a day ahead on, to thirty days. To cover for somebody is no bar: that is covered meanwhile.
 */
export async function findPanelTimes(ctx: PublicCtx, asked: TimesAsked): Promise<InterviewTimesView> {
  const { timeZone } = asked.pool;
  const today = dayIn(timeZone, ctx.now);
  const [from, to] = [laterDay(asked.from, today), earlierDay(asked.to, addDays(today, FARTHEST_DAYS))];
  if (to < from) return { timeZone, times: [] };
  const panel = await readPanel(ctx, { ...asked, from, to });
  const starts = freeStarts(panel, {
    minutes: asked.minutes,
    from: minuteOfInstant(new Date(ctx.now.getTime() + NOTICE_MS)) + 1,
    until: minuteOfInstant(instantIn(timeZone, addDays(to, 1), 0)),
  });
  return {
    timeZone,
    times: starts.map((start) => {
      const startsAt = new Date(start * MINUTE_MS);
      return {
        day: dayIn(timeZone, startsAt),
        startsAt: startsAt.toISOString(),
        endsAt: new Date((start + asked.minutes) * MINUTE_MS).toISOString(),
      };
    }),
  };
}

async function readPanel(ctx: PublicCtx, asked: TimesAsked): Promise<PanelTimes[]> {
  const ids = [...asked.userIds];
  const [assistants, executives, interviews] = await Promise.all([
    ctx.db.assistant.findMany({
      where: { userId: { in: ids } },
      select: {
        id: true,
        userId: true,
        pool: { select: { timeZone: true, holidayRegion: true, holidayTypes: true } },
      },
    }),
    ctx.db.executive.findMany({ where: { userId: { in: ids } }, select: { id: true, userId: true } }),
    listOtherInterviews(ctx, asked),
  ]);
  const hours = new Map<string, PanelTimes>([
    ...(await timesOfExecutives(ctx, executives, asked)),
    ...(await timesOfAssistants(ctx, assistants, asked)),
  ]);
  return ids.map((userId) => {
    const { hours: open, busy } = hours.get(userId) ?? { hours: hoursOfManager(asked), busy: [] };
    return { hours: open, busy: [...busy, ...(interviews.get(userId) ?? [])] };
  });
}

function intervalOn(timeZone: string, on: Day, hours: { startMinute: number; endMinute: number }): Interval {
  const at = (minute: number) => minuteOfInstant(instantIn(timeZone, on, minute));
  return { start: at(hours.startMinute), end: at(hours.endMinute) };
}

function hoursOfManager({ pool, from, to }: TimesAsked): Interval[] {
  const daysOff = daysOffIn(pool, from, to);
  return daysFrom(from, to)
    .filter((on) => weekdayOf(on) <= 5 && !daysOff.has(on))
    .map((on) => intervalOn(pool.timeZone, on, MANAGERS_DAY));
}

async function timesOfExecutives(
  ctx: PublicCtx,
  executives: readonly { id: string; userId: string }[],
  { from, to }: TimesAsked,
): Promise<[string, PanelTimes][]> {
  const [calendars, meetings] = await Promise.all([
    readCalendars(
      ctx,
      executives.map(({ id }) => id),
    ),
    ctx.db.meetingPerson.findMany({
      where: {
        userId: { in: executives.map(({ userId }) => userId) },
        meeting: {
          status: "confirmed",
          startsAt: { gte: dayToDate(addDays(from, -2)), lte: dayToDate(addDays(to, 2)) },
        },
      },
      select: { userId: true, meeting: { select: { startsAt: true, minutes: true } } },
    }),
  ]);
  return executives.map(({ id, userId }) => {
    const calendar = calendars.get(id);
    const hours = calendar
      ? daysFrom(from, to).flatMap((on) => joinedIntervals(runningOn(calendar, on)))
      : [];
    const busy = meetings.flatMap((one) => {
      if (one.userId !== userId || !one.meeting.startsAt) return [];
      const start = minuteOfInstant(one.meeting.startsAt);
      return [{ start, end: start + one.meeting.minutes }];
    });
    return [userId, { hours, busy }];
  });
}

type AssistantOfPanel = { id: string; userId: string; pool: Pool };

async function timesOfAssistants(
  { db }: PublicCtx,
  assistants: readonly AssistantOfPanel[],
  { id, from, to }: TimesAsked,
): Promise<[string, PanelTimes][]> {
  const ids = assistants.map((one) => one.id);
  const [employments, absences] = await Promise.all([
    listEmployments(db, ids, from, to),
    db.absence.findMany({
      where: {
        assistantId: { in: ids },
        status: { in: [...BOOKED_STATUSES] },
        startOn: { lte: dayToDate(to) },
        endOn: { gte: dayToDate(from) },
        ...(id && { NOT: { interview: { interviewId: id } } }),
      },
      select: { assistantId: true, ...STRETCH_COLUMNS },
    }),
  ]);
  return assistants.map(({ id: assistantId, userId, pool }) => {
    const employment = employments.get(assistantId);
    const calendar = employment && { ...employment, daysOff: daysOffIn(pool, from, to) };
    const days = daysFrom(from, to);
    const away = absences.filter((one) => one.assistantId === assistantId).map(stretchOfColumns);
    return [
      userId,
      {
        hours: calendar
          ? days.flatMap((on) => workedHoursOn(calendar, on).map((one) => intervalOn(pool.timeZone, on, one)))
          : [],
        busy: away.flatMap((stretch) =>
          days.flatMap((on) => {
            const hours = hoursOfStretchOn(stretch, on);
            return hours ? [intervalOn(pool.timeZone, on, hours)] : [];
          }),
        ),
      },
    ];
  });
}

async function listOtherInterviews(
  { db }: PublicCtx,
  { id, userIds, from, to }: TimesAsked,
): Promise<Map<string, Interval[]>> {
  const rows = await db.interviewPerson.findMany({
    where: {
      userId: { in: [...userIds] },
      startsAt: { gte: dayToDate(addDays(from, -2)), lte: dayToDate(addDays(to, 2)) },
      ...(id && { interviewId: { not: id } }),
    },
    select: { userId: true, startsAt: true, endsAt: true },
  });
  const busy = new Map<string, Interval[]>();
  for (const { userId, startsAt, endsAt } of rows) {
    if (!startsAt || !endsAt) continue;
    const taken = withPause({ start: minuteOfInstant(startsAt), end: minuteOfInstant(endsAt) }, PAUSE);
    busy.set(userId, [...(busy.get(userId) ?? []), taken]);
  }
  return busy;
}
