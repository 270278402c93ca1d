import "server-only";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { type Day, day } from "@/lib/time/day";
import { type DayPart, halfDayIndex } from "@/lib/time/half-day";
import { halfDayIn } from "@/lib/time/zone";
import { Prisma } from "@/prisma/generated/client/client";
import { concernsOf } from "./rules";
import type { HandoverStatus, HandoverSummary } from "./schema";

const MOST_ROWS = 5_000;

type Row = {
  id: string;
  executiveId: string;
  executiveName: string;
  ownerName: string | null;
  coverName: string | null;
  dutyIds: string[];
  from: string;
  fromPart: DayPart;
  to: string;
  toPart: DayPart;
  status: HandoverStatus;
  isAutomatic: boolean;
  openQuestions: number;
  notGranted: number;
  notWithdrawn: number;
  timeZone: string;
};

/** Handovers in short, by the day they start; the concerns about each are told by the clock of its pool. */
export async function readSummaries(ctx: Ctx<Person>, where: Prisma.Sql): Promise<HandoverSummary[]> {
  const rows = await ctx.db.$queryRaw<Row[]>`
    SELECT h.id, h.executive_id AS "executiveId", eu.name AS "executiveName", ou.name AS "ownerName",
      cu.name AS "coverName", h.duty_ids AS "dutyIds", to_char(h.from_on, 'YYYY-MM-DD') AS "from", h.from_part::text AS "fromPart",
      to_char(h.to_on, 'YYYY-MM-DD') AS "to", h.to_part::text AS "toPart", h.status::text AS status,
      h.wrote_itself AS "isAutomatic", p.time_zone AS "timeZone",
      (SELECT count(*) FROM handover_questions q WHERE q.handover_id = h.id AND q.answered_at IS NULL)::int
        AS "openQuestions",
      access.missing AS "notGranted", access.standing AS "notWithdrawn"
    FROM handovers h
    JOIN executives e ON e.id = h.executive_id
    JOIN users eu ON eu.id = e.user_id
    JOIN pools p ON p.id = e.pool_id
    LEFT JOIN assistants o ON o.id = h.owner_id
    LEFT JOIN users ou ON ou.id = o.user_id
    LEFT JOIN assistants c ON c.id = h.cover_assistant_id
    LEFT JOIN users cu ON cu.id = c.user_id
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE a.granted_at IS NULL)::int AS missing,
        count(*) FILTER (WHERE a.granted_at IS NOT NULL AND a.withdrawn_at IS NULL)::int AS standing
      FROM access_checklist_items a WHERE a.handover_id = h.id) access
    WHERE ${where}
    ORDER BY h.from_on, h.id
    LIMIT ${MOST_ROWS}`;
  return rows.map((row) => summaryOf(row, ctx.now));
}

function summaryOf({ timeZone, ...row }: Row, instant: Date): HandoverSummary {
  const at = halfDayIn(timeZone, instant);
  const now = halfDayIndex(at.on, at.part);
  const first = indexOf(row.from, row.fromPart);
  const last = indexOf(row.to, row.toPart);
  const times = { hasStarted: first <= now, hasEnded: last < now };
  return { ...row, ...times, concerns: concernsOf({ ...row, first, last }, now) };
}

function indexOf(on: string, part: DayPart): number {
  return halfDayIndex(day(on) as Day, part);
}

/** Handovers of executives an assistant supports today, for a condition on `h`. */
export function ofSupportedExecutives(assistantId: string, now: Date): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM support_assignments s
    WHERE s.executive_id = h.executive_id AND s.assistant_id = ${assistantId}::uuid AND s.role IN ('primary', 'shared')
      AND s.from_on <= (${now}::timestamptz AT TIME ZONE p.time_zone)::date
      AND (s.to_on IS NULL OR s.to_on >= (${now}::timestamptz AT TIME ZONE p.time_zone)::date))`;
}
