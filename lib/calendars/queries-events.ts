import "server-only";
import { LIVE_STATUSES } from "@/lib/absences/requests/rules-statuses";
import type { PublicCtx } from "@/lib/context";
import { ownIn, piecesIn } from "@/lib/coverage/demand/rules";
import { slotState } from "@/lib/coverage/demand/rules-states";
import { loadStaffing } from "@/lib/coverage/office/queries";
import { isAtWork, scheduledHours } from "@/lib/coverage/office/rules";
import { COUNTED_COVER } from "@/lib/covers/rules";
import { listSettledMeetings } from "@/lib/meetings/queries-coming";
import { meetingEnd } from "@/lib/meetings/rules";
import { listShiftsOfPerson } from "@/lib/schedules/week/queries-own";
import { type Day, daysFrom, dayToDate } from "@/lib/time/day";
import { DAY_PARTS, type HalfDayRange, halfDaysFrom } from "@/lib/time/half-day";
import { stretchOfHours } from "@/lib/time/stretch";
import { STRETCH_COLUMNS, type StretchColumns, stretchOfColumns } from "@/lib/time/stretch-columns";
import { dayIn, minuteIn } from "@/lib/time/zone";
import { type FeedEvent, type What, whenOf } from "./rules-event";
import { type HalfDayOf, stretchesOf } from "./rules-stretches";
import type { FeedKind } from "./schema";

type Reader = Pick<PublicCtx, "db">;

/** What a calendar is about, in whose zone, and from when to when it reaches. */
export type FeedScope = { kind: FeedKind; subjectId: string; zone: string; from: Day; to: Day };

const WHOLE = { startMinute: null, endMinute: null };

/** Everything a calendar says, however it was said before. */
export async function currentEvents(reader: Reader, scope: FeedScope): Promise<FeedEvent[]> {
  if (scope.kind === "pool") return poolAbsences(reader, scope);
  const meetings = await meetingsOf(reader, scope);
  if (scope.kind === "executive") return [...(await supportOf(reader, scope)), ...meetings];
  return [
    ...meetings,
    ...(await hoursOf(reader, scope)),
    ...(await shiftsOf(reader, scope)),
    ...(await ownAbsences(reader, scope)),
    ...(await coversOf(reader, scope)),
  ];
}

function touching({ from, to }: FeedScope) {
  return { startOn: { lte: dayToDate(to) }, endOn: { gte: dayToDate(from) } };
}

async function ownAbsences({ db }: Reader, scope: FeedScope): Promise<FeedEvent[]> {
  const rows = await db.absence.findMany({
    where: {
      assistantId: scope.subjectId,
      status: { in: [...LIVE_STATUSES] },
      ...touching(scope),
    },
    select: { id: true, status: true, ...STRETCH_COLUMNS },
    orderBy: [{ startOn: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, status, ...row }) => ({
    uid: `absence-${id}@standby`,
    content: {
      when: whenOf(stretchOfColumns(row), scope.zone),
      what: {
        kind: "away",
        name: null,
        isAsked: status === "requested" || status === "provisionally_approved",
      },
    },
  }));
}

type PoolRow = { id: string; name: string } & StretchColumns;

async function poolAbsences({ db }: Reader, scope: FeedScope): Promise<FeedEvent[]> {
  const rows = await db.$queryRaw<PoolRow[]>`
    SELECT a.id, u.name, a.start_on AS "startOn", a.start_part::text AS "startPart", a.end_on AS "endOn",
      a.end_part::text AS "endPart", a.start_minute AS "startMinute", a.end_minute AS "endMinute"
    FROM absences a JOIN assistants s ON s.id = a.assistant_id JOIN users u ON u.id = s.user_id
    WHERE s.pool_id = ${scope.subjectId}::uuid AND a.status IN ('approved', 'cancellation_requested')
      AND a.start_on <= ${scope.to}::date AND a.end_on >= ${scope.from}::date
    ORDER BY a.start_on, a.id`;
  return rows.map(({ id, name, ...row }) => ({
    uid: `away-${id}@standby`,
    content: {
      when: whenOf(stretchOfColumns(row), scope.zone),
      what: { kind: "away", name, isAsked: false },
    },
  }));
}

async function coversOf({ db }: Reader, scope: FeedScope): Promise<FeedEvent[]> {
  const rows = await db.coverageAssignment.findMany({
    where: {
      assistantId: scope.subjectId,
      status: { in: [...COUNTED_COVER] },
      ...touching(scope),
    },
    select: {
      id: true,
      status: true,
      ...STRETCH_COLUMNS,
      executive: { select: { user: { select: { name: true } }, pool: { select: { timeZone: true } } } },
      absence: { select: { assistant: { select: { user: { select: { name: true } } } } } },
    },
    orderBy: [{ startOn: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, status, executive, absence, ...row }) => ({
    uid: `cover-${id}@standby`,
    content: {
      when: whenOf(stretchOfColumns(row), executive.pool.timeZone),
      what: {
        kind: "cover",
        executive: executive.user.name,
        absent: absence?.assistant.user.name ?? null,
        isOffered: status === "offered",
      },
    },
  }));
}

/** The settled meetings that the person of a feed takes part in and has not declined. */
async function meetingsOf(reader: Reader, scope: FeedScope): Promise<FeedEvent[]> {
  const meetings = await listSettledMeetings(reader, scope);
  return meetings.map(({ id, title, executive, startsAt, minutes, timeZone: zone }): FeedEvent => {
    const endsAt = meetingEnd(startsAt, minutes);
    const [from, to] = [dayIn(zone, startsAt), dayIn(zone, endsAt)];
    const when = { from, fromMinute: minuteIn(zone, startsAt), to, toMinute: minuteIn(zone, endsAt), zone };
    return {
      uid: `taking-part-${id}@standby`,
      content: { when: { kind: "times", ...when }, what: { kind: "meeting", title, executive } },
    };
  });
}

async function hoursOf({ db }: Reader, scope: FeedScope): Promise<FeedEvent[]> {
  const office = await loadStaffing(db, { assistantIds: [scope.subjectId] }, scope.from, scope.to);
  const me = office.assistants.get(scope.subjectId);
  if (!me) return [];
  return daysFrom(scope.from, scope.to).flatMap((on): FeedEvent[] => {
    if (me.shifts?.[on]) return [];
    const there = DAY_PARTS.filter((part) => isAtWork(office, me, { on, part }));
    const hours = there.flatMap((part) => scheduledHours(office, me, { on, part }) ?? []);
    const [first, last] = [hours[0], hours.at(-1)];
    if (!first || !last) return [];
    const whole = { startMinute: first.startMinute, endMinute: last.endMinute };
    const content = {
      when: whenOf(stretchOfHours(on, whole), scope.zone),
      what: { kind: "hours" },
    } as const;
    return [{ uid: `hours-${me.id}-${on}@standby`, content }];
  });
}

/** Published shifts in the place of the day's hours, without what is called off. */
async function shiftsOf({ db }: Reader, scope: FeedScope): Promise<FeedEvent[]> {
  const shifts = await listShiftsOfPerson(db, scope.subjectId, scope.from, scope.to);
  return shifts.flatMap(({ id, on, roles, hours }): FeedEvent[] =>
    hours.map((piece, i) => ({
      uid: `shift-${id}${i === 0 ? "" : `-${i}`}@standby`,
      content: { when: whenOf(stretchOfHours(on, piece), scope.zone), what: { kind: "shift", roles } },
    })),
  );
}

async function supportOf({ db }: Reader, scope: FeedScope): Promise<FeedEvent[]> {
  const office = await loadStaffing(db, { executiveIds: [scope.subjectId] }, scope.from, scope.to);
  const [supported] = office.executives;
  if (!supported) return [];
  const nameOf = (id: string | undefined) =>
    id === undefined ? null : (office.assistants.get(id)?.name ?? null);
  const halfDays: HalfDayOf<What>[] = [];
  const byTheHour: FeedEvent[] = [];
  for (const at of halfDaysFrom(scope.from, scope.to)) {
    const state = slotState(office, supported, at);
    const [own, ...others] = ownIn(state);
    const wholes = piecesIn(state).filter((piece) => piece.window === null);
    if (own || wholes.length > 0) {
      const id = own?.assistantId ?? wholes[0]?.cover?.assistantId;
      const status = own ? "own" : id === undefined ? "gap" : "cover";
      const beside = own?.dutyIds.length ? [...others, ...wholes.flatMap(({ cover }) => cover ?? [])] : [];
      const names = [id, ...beside.map((one) => one.assistantId)].flatMap((one) => nameOf(one) ?? []);
      const name = names.length > 0 ? [...new Set(names)].join(", ") : null;
      const of = { kind: "support" as const, status, name } as const;
      halfDays.push({ ...at, key: `${status} ${name}`, of });
    }
    for (const { window, cover } of piecesIn(state)) {
      if (!window) continue;
      const range = { from: at.on, fromPart: at.part, to: at.on, toPart: at.part, ...window };
      const name = nameOf(cover?.assistantId);
      byTheHour.push({
        uid: `support-${supported.id}-${at.on}-${window.startMinute}@standby`,
        content: {
          when: whenOf(range, scope.zone),
          what: { kind: "support", status: cover ? "cover" : "gap", name },
        },
      });
    }
  }
  const whole = stretchesOf(halfDays).map(({ range, of }) => ({
    uid: `support-${supported.id}-${edgeOf(range)}@standby`,
    content: { when: whenOf({ ...range, ...WHOLE }, scope.zone), what: of },
  }));
  return [...whole, ...byTheHour];
}

function edgeOf({ from, fromPart }: HalfDayRange): string {
  return `${from}-${fromPart}`;
}
