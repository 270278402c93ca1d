import "server-only";
import type { Assistant } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import type { Db } from "@/lib/db";
import type { Day } from "@/lib/time/day";
import { type Hours, withoutHours } from "@/lib/time/hours";
import { hoursOfStretchOn } from "@/lib/time/stretch";
import { type StretchRow, stretchOfRow } from "@/lib/time/stretch-columns";
import { Prisma } from "@/prisma/generated/client/client";
import { calledOffHours, type ShiftTimes } from "./rules";
import { FINDING_RULES, type FindingRule } from "./rules-findings-kinds";

/** A role from one minute to another, by its name in the reader's language. */
export type NamedWork = Hours & { roleId: string; role: string; isWithExecutives: boolean };

/** A published shift as its person and their colleagues see it: never a draft, never why a rule was broken. */
export type PublishedShift = ShiftTimes & {
  id: string;
  assistantId: string;
  name: string;
  work: NamedWork[];
};

/** One's own shift with what its manager says of it, and what an approved absence calls off of it. */
export type OwnShift = PublishedShift & { site: string; note: string; calledOff: Hours[] };

type Row = PublishedShift & { site: string; note: string; away: StretchRow[] };

/** The approved absences of the person of the shift `f` on its day, as StretchRow. */
const AWAY = Prisma.sql`(SELECT coalesce(json_agg(json_build_array(b.start_on, b.start_part, b.end_on, b.end_part,
    b.start_minute, b.end_minute)), '[]') FROM absences b WHERE b.assistant_id = f.assistant_id
  AND b.status IN ('approved', 'cancellation_requested') AND b.start_on <= f.on_day AND b.end_on >= f.on_day)`;

/** The hours of the shift `f` that a manager called off or gave to another. */
const OFF = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('startMinute', c.start_minute, 'endMinute', c.end_minute)), '[]')
  FROM shift_call_offs c WHERE c.shift_id = f.id)`;

function hoursOf(away: readonly StretchRow[], on: Day): Hours[] {
  return away.flatMap((row) => hoursOfStretchOn(stretchOfRow(row), on) ?? []);
}

function readPublished(
  { db, actor }: Ctx<Assistant>,
  from: Day,
  to: Day,
  assistantId: string | null,
): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT f.id, f.assistant_id AS "assistantId", u.name, a.site, f.note, f.on_day::text AS "on", f.start_minute AS "startMinute",
      f.end_minute AS "endMinute", f.break_start_minute AS "breakStartMinute", f.break_minutes AS "breakMinutes", ${AWAY} AS away, ${OFF} AS off,
      (SELECT coalesce(json_agg(json_build_object('roleId', w.role_id, 'startMinute', w.start_minute, 'endMinute', w.end_minute,
          'role', CASE WHEN ${actor.locale} = 'sv' THEN r.name_sv ELSE r.name_en END, 'isWithExecutives', r.is_with_executives)
          ORDER BY w.start_minute), '[]')
        FROM shift_work w JOIN work_roles r ON r.id = w.role_id WHERE w.shift_id = f.id) AS work
    FROM shifts f JOIN assistants a ON a.id = f.assistant_id JOIN users u ON u.id = a.user_id
    WHERE f.pool_id = ${actor.assistant.poolId}::uuid AND f.status = 'published'
      AND f.on_day BETWEEN ${from}::date AND ${to}::date
      AND (${assistantId}::uuid IS NULL OR f.assistant_id = ${assistantId}::uuid)
    ORDER BY f.on_day, f.start_minute, u.name, f.id`;
}

/** One's own published shifts between two days. */
export async function listOwnShifts(ctx: Ctx<Assistant>, from: Day, to: Day): Promise<OwnShift[]> {
  const rows = await readPublished(ctx, from, to, ctx.actor.assistant.id);
  return rows.map(({ away, ...row }) => ({ ...row, calledOff: calledOffHours(row, hoursOf(away, row.on)) }));
}

/** The published shifts of one's pool between two days; a colleague who is away then is away, and no more is said. */
export async function listPoolShifts(
  ctx: Ctx<Assistant>,
  from: Day,
  to: Day,
): Promise<(PublishedShift & { isAway: boolean })[]> {
  const rows = await readPublished(ctx, from, to, null);
  return rows.map(({ site: _, note: __, away, ...row }) => ({
    ...row,
    isAway: calledOffHours(row, hoursOf(away, row.on)).length > 0,
  }));
}

/** A published shift as a calendar shows it: its roles, and its hours without what is called off. */
export type CalendarShift = { id: string; on: Day; roles: { en: string; sv: string }; hours: Hours[] };

/** Somebody's published shifts between two days, for their own calendar; those that are called off are left out. */
export async function listShiftsOfPerson(
  db: Db,
  assistantId: string,
  from: Day,
  to: Day,
): Promise<CalendarShift[]> {
  const rows = await db.$queryRaw<
    (Hours & { id: string; on: Day; en: string; sv: string; away: StretchRow[]; off: Hours[] })[]
  >`
    SELECT f.id, f.on_day::text AS "on", f.start_minute AS "startMinute", f.end_minute AS "endMinute",
      string_agg(r.name_en, ', ' ORDER BY w.start_minute) AS en, string_agg(r.name_sv, ', ' ORDER BY w.start_minute) AS sv,
      ${AWAY} AS away, ${OFF} AS off
    FROM shifts f JOIN shift_work w ON w.shift_id = f.id JOIN work_roles r ON r.id = w.role_id
    WHERE f.assistant_id = ${assistantId}::uuid AND f.status = 'published'
      AND f.on_day BETWEEN ${from}::date AND ${to}::date
    GROUP BY f.id ORDER BY f.on_day, f.start_minute`;
  return rows.map(({ id, on, en, sv, away, off, startMinute, endMinute }) => {
    const hours = [...hoursOf(away, on), ...off].reduce<Hours[]>(
      (rest, cut) => rest.flatMap((one) => withoutHours(one, cut)),
      [{ startMinute, endMinute }],
    );
    return { id, on, roles: { en: eachOnce(en), sv: eachOnce(sv) }, hours };
  });
}

function eachOnce(names: string): string {
  return [...new Set(names.split(", "))].join(", ");
}

/** Why one's own shift breaks a rule: which rule, and the reason its manager gave for the shift as it is. */
export type OwnReason = { rule: FindingRule; reason: string };

/** The reasons given for a shift of one's own as it is now; none of a shift of another's. */
export async function listReasonsOfOwnShift(ctx: Ctx<Assistant>, shiftId: string): Promise<OwnReason[]> {
  const rows = await ctx.db.$queryRaw<{ rule: string; reason: string }[]>`
    SELECT DISTINCT ON (o.rule) o.rule, o.reason FROM shift_overrides o JOIN shifts f ON f.id = o.shift_id
    WHERE f.id = ${shiftId}::uuid AND f.status = 'published' AND f.assistant_id = ${ctx.actor.assistant.id}::uuid
      AND (o.assistant_id, o.on_day, o.start_minute, o.end_minute)
        = (f.assistant_id, f.on_day, f.start_minute, f.end_minute)
    ORDER BY o.rule, o.at DESC`;
  return rows.flatMap(({ rule, reason }) => {
    const known = FINDING_RULES.find((one) => one === rule);
    return known ? [{ rule: known, reason }] : [];
  });
}
