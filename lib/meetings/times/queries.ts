import "server-only";
import type { Person } from "@/lib/actor";
import type { Ctx, PublicCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { readCalendars } from "@/lib/requests/levels/queries";
import { minuteOfInstant, runningOn, type SupportCalendar } from "@/lib/requests/levels/rules-clock";
import { canReadWords } from "@/lib/requests/policy";
import { requireRequestRow } from "@/lib/requests/queries";
import { addDays, type Day, daysFrom, dayToDate } from "@/lib/time/day";
import { type Interval, joinedIntervals } from "@/lib/time/interval";
import { requireOfficeMeeting, TAKES_PART } from "../queries";
import type { FreeTimesView, OfficeMeetingView } from "../schema";
import { type AttendeeTimes, timesOfDay } from "./rules";

const MINUTE_MS = 60_000;

type Insider = { userId: string; name: string; executiveId: string };

/**
 * When a meeting can be: within the support hours of every executive who takes part, days off left out, and whose other meeting is in the
 * way. Those of whom nothing is known are named.
 */
export async function findFreeTimes(ctx: Ctx<Person>, { id }: { id: string }): Promise<FreeTimesView> {
  const meeting = await requireOfficeMeeting(ctx, id);
  const request = await requireRequestRow(ctx, meeting.requestId);
  if (!canReadWords(ctx.actor, request)) throw new NotFoundError("meeting");
  const insiders = await listInsiders(ctx, id, request.executiveId);
  const calendars = await readCalendars(
    ctx,
    insiders.map(({ executiveId }) => executiveId),
  );
  const busy = await listBusy(ctx, insiders, meeting);
  const people = await ctx.db.meetingPerson.findMany({
    where: { meetingId: id, ...TAKES_PART },
    select: { id: true, userId: true },
    orderBy: { id: "asc" },
  });
  const known = insiders.flatMap(({ executiveId, userId, name }) => {
    const calendar = calendars.get(executiveId);
    return calendar && calendar.hours.length > 0
      ? [{ name, calendar, userId, busy: busy.get(userId) ?? [] }]
      : [];
  });
  const next = minuteOfInstant(ctx.now) + 1;
  const times = daysFrom(meeting.from as Day, meeting.to as Day).flatMap((on) =>
    timesOfDay(
      known.map(({ name, calendar, busy: taken }): AttendeeTimes => {
        return { name, hours: joinedOver(calendar, on), busy: taken };
      }),
      meeting.minutes,
      next,
    ),
  );
  const knownUsers = new Set(known.map(({ userId }) => userId));
  return {
    times: times.map(({ start, end, busy: names }) => ({
      startsAt: instantText(start),
      endsAt: instantText(end),
      busy: names,
    })),
    notKnown: people.filter(({ userId }) => !knownUsers.has(userId ?? "")).map((one) => one.id),
  };
}

function joinedOver(calendar: SupportCalendar, on: Day): Interval[] {
  return joinedIntervals(runningOn(calendar, on));
}

function instantText(minute: number): string {
  return new Date(minute * MINUTE_MS).toISOString();
}

/** The executives who take part, whose meeting it is first. */
async function listInsiders({ db }: PublicCtx, meetingId: string, ownerId: string): Promise<Insider[]> {
  const rows = await db.executive.findMany({
    where: { user: { meetingsJoined: { some: { meetingId, ...TAKES_PART } } } },
    select: { id: true, userId: true, user: { select: { name: true } } },
    orderBy: { id: "asc" },
  });
  return rows
    .map(({ id, userId, user }) => ({ executiveId: id, userId, name: user.name }))
    .sort((a, b) => Number(b.executiveId === ownerId) - Number(a.executiveId === ownerId));
}

/** The other settled meetings of some people around the days of one. */
async function listBusy(
  { db }: PublicCtx,
  insiders: readonly Insider[],
  { id, from, to }: Pick<OfficeMeetingView, "id" | "from" | "to">,
): Promise<Map<string, Interval[]>> {
  const userIds = insiders.map(({ userId }) => userId);
  const rows = await db.meetingPerson.findMany({
    where: {
      userId: { in: userIds },
      meetingId: { not: id },
      ...TAKES_PART,
      meeting: {
        status: "confirmed",
        startsAt: { gte: dayToDate(addDays(from as Day, -2)), lte: dayToDate(addDays(to as Day, 2)) },
      },
    },
    select: { userId: true, meeting: { select: { startsAt: true, minutes: true } } },
  });
  const busy = new Map<string, Interval[]>();
  for (const { userId, meeting } of rows) {
    if (!userId || !meeting.startsAt) continue;
    const start = minuteOfInstant(meeting.startsAt);
    busy.set(userId, [...(busy.get(userId) ?? []), { start, end: start + meeting.minutes }]);
  }
  return busy;
}
