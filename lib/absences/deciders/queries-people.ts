import "server-only";
import { employmentFields, employmentOf } from "@/lib/availability/queries";
import { type Employment, nextWorkedHalf, type WorkCalendar } from "@/lib/availability/rules";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { daysOffIn } from "@/lib/pools/queries-holidays";
import { addDays, type Day } from "@/lib/time/day";
import type { HalfDay } from "@/lib/time/half-day";
import { dayIn, halfDayIn, minuteIn } from "@/lib/time/zone";
import type { Prisma } from "@/prisma/generated/client/client";
import type { AbsenceOwner } from "./policy";
import { DECIDED_BY, ownerOf } from "./queries";
import { type ReportingLimits, reportingLimitsOf } from "./rules";

const PERSON = {
  ...DECIDED_BY,
  id: true,
  userId: true,
  ...employmentFields(),
  user: { select: { name: true } },
  pool: { select: { ...DECIDED_BY.pool.select, id: true, holidayRegion: true, holidayTypes: true } },
} satisfies Prisma.AssistantSelect;

type PersonRow = Prisma.AssistantGetPayload<{ select: typeof PERSON }>;

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

function personOf(row: PersonRow): LeavePerson {
  const { id, userId, pool, leavePolicy } = row;
  return {
    id,
    userId,
    name: row.user.name,
    owner: ownerOf(id, row),
    isAutomatic: leavePolicy?.isAutomatic ?? false,
    stages: pool.leavePolicy?.approvalStages ?? 1,
    reporting: reportingLimitsOf(pool.leavePolicy),
    pool,
    calendar: employmentOf(row),
  };
}

/** Some assistants as leave knows them, in the order of their ids. */
export async function listLeavePeople(ctx: Ctx, ids: readonly string[]): Promise<LeavePerson[]> {
  const rows = await ctx.db.assistant.findMany({ where: { id: { in: [...ids] } }, select: PERSON });
  return rows.map(personOf);
}

/** One assistant as leave knows them. */
export async function requireLeavePerson(ctx: Ctx, id: string): Promise<LeavePerson> {
  const row = await ctx.db.assistant.findUnique({ where: { id }, select: PERSON });
  if (!row) throw new NotFoundError("assistant");
  return personOf(row);
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
