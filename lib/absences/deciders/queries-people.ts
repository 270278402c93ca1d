import "server-only";
import { employmentColumns } from "@/lib/availability/queries";
import { type Employment, nextWorkedHalf, type WorkCalendar } from "@/lib/availability/rules";
import type { PublicCtx } from "@/lib/context";
import { daysOffIn } from "@/lib/days-off";
import { NotFoundError } from "@/lib/errors";
import { addDays, type Day } from "@/lib/time/day";
import type { HalfDay } from "@/lib/time/half-day";
import { dayIn, halfDayIn, minuteIn } from "@/lib/time/zone";
import type { AbsenceOwner } from "./policy";
import { DECIDERS, OWNER_COLUMNS } from "./queries";
import { type ReportingLimits, reportingLimitsOf } from "./rules";

/** An assistant as leave knows them: when they work, where, and who decides. */
export type LeavePerson = {
  id: string;
  userId: string;
  name: string;
  owner: AbsenceOwner;
  isAutomatic: boolean;
  stages: number;
  /** How far from today people report their own sickness. */
  reporting: ReportingLimits;
  pool: { id: string; timeZone: string; holidayRegion: string; holidayTypes: readonly string[] };
  calendar: Employment;
};

type PersonRow = Required<AbsenceOwner> &
  Employment &
  Pick<LeavePerson, "userId" | "name" | "isAutomatic" | "stages" | "pool"> & {
    reportedDaysBack: number | null;
    reportedDaysAhead: number | null;
  };

function personOf({ assistantId, poolId, deciderId, secondDeciderId, ...row }: PersonRow): LeavePerson {
  return {
    id: assistantId,
    userId: row.userId,
    name: row.name,
    owner: { assistantId, poolId, deciderId, secondDeciderId },
    isAutomatic: row.isAutomatic,
    stages: row.stages,
    reporting: reportingLimitsOf(row),
    pool: row.pool,
    calendar: { hours: row.hours, shifts: row.shifts, hiredOn: row.hiredOn, leavesOn: row.leavesOn },
  };
}

/** Some assistants as leave knows them, in the order of their ids. */
export async function listLeavePeople(
  { db, now }: PublicCtx,
  ids: readonly string[],
): Promise<LeavePerson[]> {
  const rows = await db.$queryRaw<PersonRow[]>`
    SELECT ${OWNER_COLUMNS}, ${employmentColumns(now)}, s.user_id AS "userId", u.name,
      coalesce(ap.is_automatic, false) AS "isAutomatic", coalesce(pp.approval_stages, 1) AS stages,
      pp.reported_days_back AS "reportedDaysBack", pp.reported_days_ahead AS "reportedDaysAhead",
      json_build_object('id', po.id, 'timeZone', po.time_zone, 'holidayRegion', po.holiday_region,
        'holidayTypes', po.holiday_types) AS pool
    FROM assistants s JOIN users u ON u.id = s.user_id JOIN pools po ON po.id = s.pool_id ${DECIDERS}
    WHERE s.id = ANY(${ids}::uuid[]) ORDER BY s.id`;
  return rows.map(personOf);
}

/** One assistant as leave knows them. */
export async function requireLeavePerson(ctx: PublicCtx, id: string): Promise<LeavePerson> {
  const [person] = await listLeavePeople(ctx, [id]);
  if (!person) throw new NotFoundError("assistant");
  return person;
}

/** When a person works between two days: their hours, without the days off of their pool. */
export function calendarOf({ calendar, pool }: LeavePerson, from: Day, to: Day): WorkCalendar {
  return { ...calendar, daysOff: daysOffIn(pool, from, to) };
}

const LONGEST_BREAK_DAYS = 30;

/** The half-day from which somebody who falls ill now is missed: this one, while they have still to work in it, or the next. */
export function nextWorkOf(person: LeavePerson, instant: Date): HalfDay {
  const { timeZone } = person.pool;
  const now = { on: dayIn(timeZone, instant), minute: minuteIn(timeZone, instant) };
  const calendar = calendarOf(person, now.on, addDays(now.on, LONGEST_BREAK_DAYS));
  return nextWorkedHalf(calendar, now, LONGEST_BREAK_DAYS) ?? halfDayIn(timeZone, instant);
}
