import "server-only";
import type { Assistant } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import type { Day } from "@/lib/time/day";
import type { Hours } from "@/lib/time/hours";
import { hoursOfStretchOn, type Stretch } from "@/lib/time/stretch";
import { listApprovedAway } from "./queries-away";
import { calledOffHours, type ShiftTimes } from "./rules";

/** A role from one minute to another, by its name in the reader's language. */
export type NamedWork = Hours & { roleId: string; role: string; isWithExecutives: boolean };

/** A published shift as its person and their colleagues see it: never a draft, never why a rule was broken. */
export type PublishedShift = ShiftTimes & {
  id: string;
  assistantId: string;
  name: string;
  work: NamedWork[];
};

/** One's own shift with what an approved absence calls off of it. */
export type OwnShift = PublishedShift & { site: string; calledOff: Hours[] };

type Row = PublishedShift & { site: string };

function readPublished(
  { db, actor }: Ctx<Assistant>,
  from: Day,
  to: Day,
  assistantId: string | null,
): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT f.id, f.assistant_id AS "assistantId", u.name, a.site, f.on_day::text AS "on", f.start_minute AS "startMinute",
      f.end_minute AS "endMinute", f.break_start_minute AS "breakStartMinute", f.break_minutes AS "breakMinutes",
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
  const { id } = ctx.actor.assistant;
  const [rows, absences] = await Promise.all([
    readPublished(ctx, from, to, id),
    listApprovedAway(ctx.db, [id], from, to),
  ]);
  return rows.map((row) => ({
    ...row,
    calledOff: calledOffHours(row, hoursOf(absences.get(id) ?? [], row.on)),
  }));
}

function hoursOf(absences: readonly Stretch[], on: Day): Hours[] {
  return absences.flatMap((absence) => hoursOfStretchOn(absence, on) ?? []);
}

/** The published shifts of one's pool between two days; a colleague who is away then is away, and no more is said. */
export async function listPoolShifts(
  ctx: Ctx<Assistant>,
  from: Day,
  to: Day,
): Promise<(PublishedShift & { isAway: boolean })[]> {
  const rows = await readPublished(ctx, from, to, null);
  const absences = await listApprovedAway(ctx.db, [...new Set(rows.map((row) => row.assistantId))], from, to);
  return rows.map(({ site: _, ...row }) => {
    const off = calledOffHours(row, hoursOf(absences.get(row.assistantId) ?? [], row.on));
    return { ...row, isAway: off.length > 0 };
  });
}
