import "server-only";
import { LIVE_STATUSES } from "@/lib/absences/requests/rules-statuses";
import type { Person } from "@/lib/actor";
import { listEmployments } from "@/lib/availability/queries";
import { workedHoursOn } from "@/lib/availability/rules";
import type { Ctx, PublicCtx } from "@/lib/context";
import { COUNTED_COVER } from "@/lib/covers/rules";
import { daysOffIn } from "@/lib/days-off";
import { NotFoundError } from "@/lib/errors";
import { readCalendars } from "@/lib/requests/levels/queries";
import { minuteOfInstant, runningOn } from "@/lib/requests/levels/rules-clock";
import { canReadWords } from "@/lib/requests/policy";
import { requireRequestRow } from "@/lib/requests/queries";
import { addDays, type Day, daysFrom, dayToDate } from "@/lib/time/day";
import { type Interval, joinedIntervals, withoutInterval } from "@/lib/time/interval";
import { hoursOfStretchOn, type Stretch } from "@/lib/time/stretch";
import { STRETCH_COLUMNS, stretchOfColumns } from "@/lib/time/stretch-columns";
import { instantIn } from "@/lib/time/zone";
import { readBusyTimes } from "../busy/queries";
import { requireOfficeMeeting, TAKES_PART } from "../queries";
import type { FreeTimesView, OfficeMeetingView } from "../schema";
import { type AttendeeTimes, timesOfDay } from "./rules";

const MINUTE_MS = 60_000;

type Days = { from: Day; to: Day };
type Attendee = {
  id: string;
  userId: string | null;
  name: string;
  isRequired: boolean;
  executiveId: string | null;
  assistantId: string | null;
};
/** When somebody can be met at all, and when something else has them. */
type Known = { hoursOn: (on: Day) => Interval[]; busy: readonly Interval[] };

/**
 * When a meeting can be: within the support hours of every executive and the working time of every assistant who has to come, days off and
 * absences left out. A time somebody who may come is not there, or anybody has another meeting, a cover or a busy event in their calendar file is kept and says whose it is. Of
 * whom no calendar is known is named, and is free at no time because of that.
 */
export async function findFreeTimes(ctx: Ctx<Person>, { id }: { id: string }): Promise<FreeTimesView> {
  const meeting = await requireOfficeMeeting(ctx, id);
  const request = await requireRequestRow(ctx, meeting.requestId);
  if (!canReadWords(ctx.actor, request)) throw new NotFoundError("meeting");
  const days = { from: meeting.from as Day, to: meeting.to as Day };
  const people = await listAttendees(ctx, id, request.executiveId);
  const executives = await readExecutives(ctx, people);
  const assistants = await readAssistants(ctx, people, days);
  const handedIn = await readBusyTimes(ctx, people, days);
  const meetings = await listOtherMeetings(ctx, people, meeting);
  const known = people.flatMap(({ id: personId, name, isRequired }) => {
    const own = executives.get(personId) ?? assistants.get(personId);
    const busy = [...(own?.busy ?? []), ...(handedIn.get(personId) ?? []), ...(meetings.get(personId) ?? [])];
    return own || busy.length > 0
      ? [{ name, busy, isOptional: !isRequired, hoursOn: own?.hoursOn ?? null }]
      : [];
  });
  const next = minuteOfInstant(ctx.now) + 1;
  const times = daysFrom(days.from, days.to).flatMap((on) =>
    timesOfDay(
      known.map(({ hoursOn, ...one }): AttendeeTimes => ({ ...one, hours: hoursOn?.(on) ?? null })),
      meeting.minutes,
      next,
    ),
  );
  const isKnown = ({ id: personId }: Attendee) => assistants.has(personId) || handedIn.has(personId);
  return {
    times: times.map(({ start, end, busy: names }) => ({
      startsAt: instantText(start),
      endsAt: instantText(end),
      busy: names,
    })),
    notKnown: people.filter((one) => !isKnown(one)).map((one) => one.id),
    hoursOnly: people.filter((one) => !isKnown(one) && executives.has(one.id)).map((one) => one.id),
  };
}

function instantText(minute: number): string {
  return new Date(minute * MINUTE_MS).toISOString();
}

/** Who takes part, the executive whose meeting it is first. */
async function listAttendees({ db }: PublicCtx, meetingId: string, ownerId: string): Promise<Attendee[]> {
  const rows = await db.meetingPerson.findMany({
    where: { meetingId, ...TAKES_PART },
    select: {
      ...{ id: true, userId: true, name: true, isRequired: true },
      user: { select: { executive: { select: { id: true } }, assistant: { select: { id: true } } } },
    },
    orderBy: { id: "asc" },
  });
  return rows
    .map(({ user, ...one }) => ({
      ...one,
      executiveId: user?.executive?.id ?? null,
      assistantId: user?.assistant?.id ?? null,
    }))
    .sort((a, b) => Number(b.executiveId === ownerId) - Number(a.executiveId === ownerId));
}

/** When the executives among them are supported, where their support hours are known. */
async function readExecutives(ctx: PublicCtx, people: readonly Attendee[]): Promise<Map<string, Known>> {
  const calendars = await readCalendars(
    ctx,
    people.flatMap(({ executiveId }) => executiveId ?? []),
  );
  return new Map(
    people.flatMap(({ id, executiveId }): [string, Known][] => {
      const calendar = executiveId && calendars.get(executiveId);
      if (!calendar || calendar.hours.length === 0) return [];
      return [[id, { busy: [], hoursOn: (on) => joinedIntervals(runningOn(calendar, on)) }]];
    }),
  );
}

/** When the assistants among them work, by published shifts or their pattern, without days off and absences; a cover has them. */
async function readAssistants(
  { db }: PublicCtx,
  people: readonly Attendee[],
  { from, to }: Days,
): Promise<Map<string, Known>> {
  const ids = people.flatMap(({ assistantId, executiveId }) => (executiveId ? [] : (assistantId ?? [])));
  if (ids.length === 0) return new Map();
  const touching = { startOn: { lte: dayToDate(to) }, endOn: { gte: dayToDate(from) } };
  const rows = await db.assistant.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      pool: { select: { timeZone: true, holidayRegion: true, holidayTypes: true } },
      absences: { where: { status: { in: [...LIVE_STATUSES] }, ...touching }, select: STRETCH_COLUMNS },
      covers: { where: { status: { in: [...COUNTED_COVER] }, ...touching }, select: STRETCH_COLUMNS },
    },
  });
  const employments = await listEmployments(db, ids, from, to);
  const known = new Map<string, Known>();
  for (const { id, pool, absences, covers } of rows) {
    const employment = employments.get(id);
    if (!employment) continue;
    const zone = pool.timeZone;
    const calendar = { ...employment, daysOff: daysOffIn(pool, from, to) };
    const away = absences.flatMap((row) => intervalsOf(stretchOfColumns(row), zone));
    known.set(id, {
      hoursOn: (on) =>
        joinedIntervals(
          away.reduce<Interval[]>(
            (left, cut) => left.flatMap((one) => withoutInterval(one, cut)),
            workedHoursOn(calendar, on).map((hours) => intervalOn(zone, on, hours)),
          ),
        ),
      busy: covers.flatMap((row) => intervalsOf(stretchOfColumns(row), zone)),
    });
  }
  return new Map(
    people.flatMap(({ id, assistantId, executiveId }): [string, Known][] => {
      const own = executiveId ? undefined : known.get(assistantId ?? "");
      return own ? [[id, own]] : [];
    }),
  );
}

function intervalsOf(stretch: Stretch, zone: string): Interval[] {
  return daysFrom(stretch.from, stretch.to).flatMap((on) => {
    const hours = hoursOfStretchOn(stretch, on);
    return hours ? [intervalOn(zone, on, hours)] : [];
  });
}

function intervalOn(
  zone: string,
  on: Day,
  { startMinute, endMinute }: { startMinute: number; endMinute: number },
): Interval {
  const minute = (at: number) => minuteOfInstant(instantIn(zone, on, at));
  return { start: minute(startMinute), end: minute(endMinute) };
}

/** The other settled meetings of those of the office, around the days of one. */
async function listOtherMeetings(
  { db }: PublicCtx,
  people: readonly Attendee[],
  { id, from, to }: Pick<OfficeMeetingView, "id" | "from" | "to">,
): Promise<Map<string, Interval[]>> {
  const rows = await db.meetingPerson.findMany({
    where: {
      userId: { in: people.flatMap(({ userId }) => userId ?? []) },
      meetingId: { not: id },
      ...TAKES_PART,
      OR: [{ reply: null }, { reply: { not: "declined" } }],
      meeting: {
        status: "confirmed",
        startsAt: { gte: dayToDate(addDays(from as Day, -2)), lte: dayToDate(addDays(to as Day, 2)) },
      },
    },
    select: { userId: true, meeting: { select: { startsAt: true, minutes: true } } },
  });
  return new Map(
    people.flatMap(({ id: personId, userId }): [string, Interval[]][] => {
      const own = rows.filter((row) => row.userId !== null && row.userId === userId);
      const busy = own.flatMap(({ meeting }) => {
        if (!meeting.startsAt) return [];
        const start = minuteOfInstant(meeting.startsAt);
        return [{ start, end: start + meeting.minutes }];
      });
      return busy.length > 0 ? [[personId, busy]] : [];
    }),
  );
}
