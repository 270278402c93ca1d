import "server-only";
import { LIVE_STATUSES } from "@/lib/absences/requests/rules-statuses";
import type { Manager } from "@/lib/actor";
import { listEmployments } from "@/lib/availability/queries";
import type { WorkCalendar } from "@/lib/availability/rules";
import type { Ctx } from "@/lib/context";
import { daysOffIn } from "@/lib/days-off";
import type { IcsEvent, IcsFile } from "@/lib/ics/read";
import { addDays, type Day, day, earlierDay, laterDay } from "@/lib/time/day";
import { STRETCH_COLUMNS, stretchOfColumns } from "@/lib/time/stretch-columns";
import { dayIn } from "@/lib/time/zone";
import { absentees, type BookedAbsence, type EventForPerson, faultOf, leftOutReason } from "./rules-import";
import { absentDuring } from "./rules-times";
import type { EventFault, EventOfFile, ImportCalendarOptions, LeftOutReason } from "./schema";

/** An assistant of the manager's pools, the clock of their pool, and when they work. */
export type CalendarPerson = {
  id: string;
  name: string;
  email: string;
  zone: string;
  calendar: WorkCalendar;
};

const FIRST_DAY = day("2000-01-01");
const LAST_DAY = day("2100-12-31");

/** The assistants a file may be about, by their e-mail addresses: the chosen one, or those its events name. */
export async function listCalendarPeople(
  tx: Ctx<Manager>,
  events: readonly IcsEvent[],
  chosen: string | undefined,
): Promise<Map<string, CalendarPerson>> {
  const named = events.flatMap(({ organizer, attendees }) => [
    ...(organizer ? [organizer] : []),
    ...attendees,
  ]);
  const emails = chosen ? [chosen] : [...new Set(named.map(({ email }) => email))];
  const rows = await tx.db.assistant.findMany({
    where: { poolId: { in: [...tx.actor.managedPoolIds] }, user: { email: { in: emails } } },
    select: {
      id: true,
      user: { select: { email: true, name: true } },
      pool: { select: { timeZone: true, holidayRegion: true, holidayTypes: true } },
    },
  });
  const { from, to } = daysOf(events, dayIn("UTC", tx.now));
  const ids = rows.map(({ id }) => id);
  const employments = await listEmployments(tx.db, ids, from, to);
  return new Map(
    rows.map(({ id, user, pool }) => {
      const employment = employments.get(id) ?? { hours: [], hiredOn: null, leavesOn: null };
      return [
        user.email,
        {
          id,
          ...user,
          zone: pool.timeZone,
          calendar: { ...employment, daysOff: daysOffIn(pool, from, to) },
        },
      ];
    }),
  );
}

/** The days the events of a file touch, with a day more on either side for the zones. */
function daysOf(events: readonly IcsEvent[], today: Day): { from: Day; to: Day } {
  let from = today;
  let to = today;
  for (const { occurrences } of events)
    for (const { when } of occurrences) {
      from = earlierDay(from, when.kind === "days" ? when.from : when.firstDay);
      to = laterDay(to, when.kind === "days" ? when.end : when.lastDay);
    }
  return { from: laterDay(FIRST_DAY, addDays(from, -1)), to: earlierDay(LAST_DAY, addDays(to, 1)) };
}

/** The absences of some assistants that stand, or came from a calendar file. */
export async function listBooked(tx: Ctx<Manager>, assistantIds: string[]): Promise<BookedAbsence[]> {
  const rows = await tx.db.absence.findMany({
    where: {
      assistantId: { in: assistantIds },
      OR: [{ status: { in: [...LIVE_STATUSES] } }, { imported: { isNot: null } }],
    },
    select: {
      id: true,
      version: true,
      assistantId: true,
      leaveTypeId: true,
      status: true,
      ...STRETCH_COLUMNS,
      imported: { select: { uid: true, sequence: true } },
    },
  });
  return rows.map(({ id, version, assistantId, leaveTypeId, status, imported, ...row }) => ({
    id,
    version,
    assistantId,
    isLive: LIVE_STATUSES.some((live) => live === status),
    type: leaveTypeId,
    status,
    stretch: stretchOfColumns(row),
    imported,
  }));
}

/** The events of a file as absences of people; those that make none are counted by their reason. */
export type FoundEvents = {
  events: EventForPerson[];
  faults: EventFault[];
  leftOut: Record<LeftOutReason, number>;
  /** Events by which more than one person is away. */
  ofSeveral: number;
  byChoice: EventOfFile[];
};

/** The events of a file as absences of people, without those left out, which are counted by their reason. */
export function eventsForPeople(
  file: IcsFile,
  people: ReadonlyMap<string, CalendarPerson>,
  { assistantEmail: chosen, leaveOut }: Pick<ImportCalendarOptions, "assistantEmail" | "leaveOut">,
): FoundEvents {
  const unwanted = new Set(leaveOut);
  const keyed = file.faults.map((fault) => ({
    ...fault,
    uid: fault.uid || (fault.event === null ? "" : `#${fault.event}`),
  }));
  const faults: EventFault[] = keyed.filter(({ uid }) => !unwanted.has(uid));
  const byChoice: EventOfFile[] = keyed
    .filter(({ uid }) => unwanted.has(uid))
    .map(({ event, uid, summary }) => ({ event, uid, summary }));
  const leftOut = {
    cancelled: 0,
    free: 0,
    declined: 0,
    no_working_time: 0,
    older_version: file.olderVersions,
    by_choice: 0,
  };
  let ofSeveral = 0;
  const events = file.events.flatMap((event): EventForPerson[] => {
    if (unwanted.has(event.uid)) {
      byChoice.push({ event: event.place, uid: event.uid, summary: event.summary });
      return [];
    }
    const emails = namedBy(event, people, chosen);
    const reason = leftOutReason(event) ?? (emails === "declined" ? emails : null);
    if (reason) leftOut[reason]++;
    const named = (emails === "declined" ? declinedOf(event) : emails).flatMap(
      (email) => people.get(email) ?? [],
    );
    if (named.length === 0 && !reason) faults.push(faultOfUnnamed(event, emails));
    const made = named.map((person) => forPerson(event, person, reason !== null));
    if (!reason && made.length > 1) ofSeveral++;
    if (!reason && made.length > 0 && made.every(({ occurrences }) => occurrences.length === 0))
      leftOut.no_working_time++;
    return made;
  });
  return { events, faults, leftOut: { ...leftOut, by_choice: byChoice.length }, ofSeveral, byChoice };
}

function namedBy(
  event: IcsEvent,
  people: ReadonlyMap<string, CalendarPerson>,
  chosen: string | undefined,
): string[] | "declined" {
  if (!chosen) return absentees(event, (email) => people.has(email));
  const isDeclined = event.attendees.some(({ email, hasDeclined }) => hasDeclined && email === chosen);
  return isDeclined ? "declined" : [chosen];
}

function declinedOf({ attendees }: IcsEvent): string[] {
  return attendees.filter(({ hasDeclined }) => hasDeclined).map(({ email }) => email);
}

function faultOfUnnamed(event: IcsEvent, emails: string[] | "declined"): EventFault {
  const [email] = emails === "declined" ? [] : emails;
  const place = { event: event.place, uid: event.uid, summary: event.summary };
  return email ? faultOf(place, "unknown_assistant", { email }) : faultOf(place, "nobody_named");
}

function forPerson(event: IcsEvent, person: CalendarPerson, isLeftOut: boolean): EventForPerson {
  const { place, summary, uid, sequence, isException } = event;
  const occurrences = isLeftOut
    ? []
    : event.occurrences.flatMap(({ key, when }) => {
        const stretch = absentDuring(when, person.zone, person.calendar);
        return stretch ? [{ key, stretch }] : [];
      });
  const keys = event.occurrences.map(({ key }) => key);
  return { place, summary, uid, sequence, isException, assistantId: person.id, occurrences, keys };
}
