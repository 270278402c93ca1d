import "server-only";
import { WORK_HOURS } from "@/lib/assistants/queries-hours";
import { levelOnDay } from "@/lib/assistants/queries-ramp";
import type { DatedHours } from "@/lib/assistants/rules";
import type { PublicCtx } from "@/lib/context";
import { daysOffIn } from "@/lib/days-off";
import type { Db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { listWorkRoles, readDemand, readPolicy } from "@/lib/schedules/setup/queries";
import { addDays, type Day, dayToDate } from "@/lib/time/day";
import { type IsoWeek, mondayOf } from "@/lib/time/iso-week";
import { type StretchRow, stretchOfRow } from "@/lib/time/stretch-columns";
import { Prisma } from "@/prisma/generated/client/client";
import type { PlannedShift } from "./rules";
import { contractMinutes, usualHours } from "./rules-contract";
import type { GivenOverride } from "./rules-findings-kinds";
import type { Roster, RosterMember } from "./rules-roster";

/** Days before and after a week whose shifts say whether those of the week are lawful. */
const DAYS_AROUND = 14;

/** Reads a pool's week in a bounded number of statements; of some people only, where only they are asked for. */
export async function readRoster(
  { db }: Pick<PublicCtx, "db">,
  poolId: string,
  week: IsoWeek,
  only?: readonly string[],
): Promise<Roster> {
  const monday = mondayOf(week);
  const sunday = addDays(monday, 6);
  const pool = await readPool(db, poolId, week);
  const [from, to] = [addDays(monday, -DAYS_AROUND), addDays(sunday, DAYS_AROUND)];
  const [people, shifts, overrides, roles, demand, policy] = await Promise.all([
    readPeople(db, poolId, monday, sunday, only),
    readShifts(db, poolId, from, to, only),
    readOverrides(db, poolId, from, to),
    listWorkRoles({ db }),
    only ? [] : readDemand(db, poolId, dayToDate(monday), dayToDate(sunday)),
    readPolicy(db, poolId),
  ]);
  const daysOff = daysOffIn(pool, monday, sunday);
  const members = people.map(({ hours, skills, absences, ...person }): RosterMember => {
    const away = absences.map(([isApproved, ...row]) => ({ isApproved, ...stretchOfRow(row) }));
    const calendar = { ...person, hours, daysOff };
    const approved = away.filter(({ isApproved }) => isApproved);
    return {
      ...person,
      skills: new Map(skills),
      absences: away,
      contractMinutes: contractMinutes(calendar, approved, monday),
      usualHours: usualHours(calendar, monday),
    };
  });
  return {
    pool: { id: poolId, name: pool.name, timeZone: pool.timeZone },
    week,
    monday,
    version: pool.version,
    people: members,
    shifts,
    overrides,
    roles,
    demand,
    rules: { policy, timeZone: pool.timeZone, daysOff, roles: new Map(roles.map((role) => [role.id, role])) },
  };
}

type PoolRow = Parameters<typeof daysOffIn>[0] & { name: string; timeZone: string; version: number };

async function readPool(db: Db, poolId: string, week: IsoWeek): Promise<PoolRow> {
  const rows = await db.$queryRaw<PoolRow[]>`
    SELECT p.name, p.time_zone AS "timeZone", p.holiday_region AS "holidayRegion", p.holiday_types AS "holidayTypes",
      coalesce(w.version, 0) AS version
    FROM pools p LEFT JOIN schedule_weeks w ON w.pool_id = p.id AND w.week = ${week} WHERE p.id = ${poolId}::uuid`;
  const [pool] = rows;
  if (!pool) throw new NotFoundError("pool");
  return pool;
}

type PersonRow = Pick<
  RosterMember,
  "id" | "userId" | "name" | "ftePercent" | "site" | "hiredOn" | "leavesOn" | "wishes"
> & {
  hours: DatedHours[];
  skills: [string, number][];
  absences: [isApproved: boolean, ...away: StretchRow][];
};

function readPeople(
  db: Db,
  poolId: string,
  from: Day,
  to: Day,
  only?: readonly string[],
): Promise<PersonRow[]> {
  const among = only ? Prisma.sql`AND a.id = ANY(${[...only]}::uuid[])` : Prisma.empty;
  return db.$queryRaw<PersonRow[]>`
    SELECT a.id, a.user_id AS "userId", u.name, a.fte_percent AS "ftePercent", a.site,
      a.hired_on::text AS "hiredOn", a.leaves_on::text AS "leavesOn",
      (SELECT ${WORK_HOURS} FROM working_patterns p WHERE p.assistant_id = a.id AND p.valid_from <= ${to}::date
        AND (p.valid_to IS NULL OR p.valid_to >= ${from}::date)) AS hours,
      (SELECT coalesce(json_agg(json_build_array(s.duty_id, ${levelOnDay(from)})), '[]')
        FROM assistant_skills s WHERE s.assistant_id = a.id) AS skills,
      (SELECT coalesce(json_agg(json_build_array(b.status IN ('approved', 'cancellation_requested'), b.start_on, b.start_part,
          b.end_on, b.end_part, b.start_minute, b.end_minute) ORDER BY b.start_on, b.id), '[]')
        FROM absences b WHERE b.assistant_id = a.id
          AND b.status IN ('requested', 'provisionally_approved', 'approved', 'cancellation_requested')
          AND b.start_on <= ${to}::date AND b.end_on >= ${from}::date) AS absences,
      (SELECT coalesce(json_agg(json_build_object('weekday', v.weekday, 'on', v."on", 'startMinute', v.start_minute,
          'endMinute', v.end_minute, 'kind', v.kind, 'reason', v.reason)), '[]') FROM availabilities v
        WHERE v.assistant_id = a.id AND (v."on" IS NULL OR v."on" BETWEEN ${from}::date AND ${to}::date)) AS wishes
    FROM assistants a JOIN users u ON u.id = a.user_id
    WHERE a.pool_id = ${poolId}::uuid ${among}
      AND (a.leaves_on IS NULL OR a.leaves_on >= ${from}::date) AND (a.hired_on IS NULL OR a.hired_on <= ${to}::date)
    ORDER BY u.name, a.id`;
}

/** The columns of the rows `f` of shifts, as PlannedShift. */
const SHIFT = Prisma.sql`f.id, f.assistant_id AS "assistantId", f.on_day::text AS "on", f.start_minute AS "startMinute",
  f.end_minute AS "endMinute", f.break_start_minute AS "breakStartMinute", f.break_minutes AS "breakMinutes", f.status::text,
  f.supersedes_id AS "supersedesId", f.is_removal AS "isRemoval", f.is_locked AS "isLocked", f.note, f.version,
  (SELECT coalesce(json_agg(json_build_object('startMinute', c.start_minute, 'endMinute', c.end_minute)
    ORDER BY c.start_minute), '[]') FROM shift_call_offs c WHERE c.shift_id = f.id) AS off,
  (SELECT coalesce(json_agg(json_build_object('roleId', w.role_id, 'startMinute', w.start_minute, 'endMinute', w.end_minute)
    ORDER BY w.start_minute), '[]') FROM shift_work w WHERE w.shift_id = f.id) AS work`;

/** A pool's shifts between two days, drafts with what they change; of some people, also drafts that take theirs away. */
export function readShifts(
  db: Db,
  poolId: string,
  from: Day,
  to: Day,
  only?: readonly string[],
): Promise<PlannedShift[]> {
  const ids = only ? [...only] : [];
  const among = only
    ? Prisma.sql`AND (f.assistant_id = ANY(${ids}::uuid[])
        OR f.supersedes_id IN (SELECT x.id FROM shifts x WHERE x.assistant_id = ANY(${ids}::uuid[])))`
    : Prisma.empty;
  return db.$queryRaw<PlannedShift[]>`
    SELECT ${SHIFT} FROM shifts f LEFT JOIN shifts p ON p.id = f.supersedes_id
    WHERE f.pool_id = ${poolId}::uuid AND f.status <> 'removed'
      AND (f.on_day BETWEEN ${from}::date AND ${to}::date OR p.on_day BETWEEN ${from}::date AND ${to}::date) ${among}
    ORDER BY f.on_day, f.start_minute, f.id`;
}

/** A pool's published shifts between two days that nobody works yet. */
export function readOpenShifts(db: Db, poolId: string, from: Day, to: Day): Promise<PlannedShift[]> {
  return db.$queryRaw<PlannedShift[]>`
    SELECT ${SHIFT} FROM shifts f WHERE f.pool_id = ${poolId}::uuid AND f.status = 'published' AND f.assistant_id IS NULL
      AND f.on_day BETWEEN ${from}::date AND ${to}::date ORDER BY f.on_day, f.start_minute, f.id`;
}

/** One shift that is planned or published, with its pool; null where there is none. */
export async function readShift(db: Db, id: string): Promise<(PlannedShift & { poolId: string }) | null> {
  const rows = await db.$queryRaw<(PlannedShift & { poolId: string })[]>`
    SELECT ${SHIFT}, f.pool_id AS "poolId" FROM shifts f WHERE f.id = ${id}::uuid AND f.status <> 'removed'`;
  return rows[0] ?? null;
}

async function readOverrides(db: Db, poolId: string, from: Day, to: Day): Promise<GivenOverride[]> {
  return db.$queryRaw<GivenOverride[]>`
    SELECT o.shift_id AS "shiftId", o.rule, o.reason, o.assistant_id AS "assistantId", o.on_day::text AS "on",
      o.start_minute AS "startMinute", o.end_minute AS "endMinute"
    FROM shift_overrides o JOIN shifts f ON f.id = o.shift_id
    WHERE f.pool_id = ${poolId}::uuid AND f.on_day BETWEEN ${from}::date AND ${to}::date ORDER BY o.at`;
}
