import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { Prisma } from "@/prisma/generated/client/client";
import type { ExportRow, ExportSheet, RECORD_TABLES } from "./schema";

type RecordTable = (typeof RECORD_TABLES)[number];

const ASSISTANT = Prisma.sql`JOIN assistants s ON s.id = r.assistant_id JOIN users su ON su.id = s.user_id`;
const EXECUTIVE = Prisma.sql`JOIN executives e ON e.id = r.executive_id JOIN users eu ON eu.id = e.user_id`;
const AWAY = Prisma.sql`su.email AS assistant_email, r.leave_type_id AS type, r.start_on::text AS from,
  r.start_part::text AS from_part, r.end_on::text AS to, r.end_part::text AS to_part`;
const OPEN = Prisma.sql`('requested', 'provisionally_approved', 'approved', 'cancellation_requested')`;

type Read = { columns: readonly string[]; rows: (poolIds: readonly string[]) => Prisma.Sql };

function clockSql(minute: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`to_char(make_interval(mins => ${minute}), 'HH24:MI')`;
}

/** How each table of the past is read, in text. Whose words are confidential, or a person's own, are no part of it. */
const TABLES: Record<RecordTable, Read> = {
  hours_away: {
    columns: ["assistant_email", "type", "on", "starts", "ends", "status"],
    rows: (
      poolIds,
    ) => Prisma.sql`SELECT su.email AS assistant_email, r.leave_type_id AS type, r.start_on::text AS on,
      ${clockSql(Prisma.sql`r.start_minute`)} AS starts, ${clockSql(Prisma.sql`r.end_minute`)} AS ends, r.status::text AS status
      FROM absences r ${ASSISTANT} WHERE s.pool_id = ANY(${poolIds}::uuid[]) AND r.start_minute IS NOT NULL
      ORDER BY su.email, r.start_on, r.start_minute, r.id`,
  },
  past_absences: {
    columns: ["assistant_email", "type", "from", "from_part", "to", "to_part", "status"],
    rows: (poolIds) => Prisma.sql`SELECT ${AWAY}, r.status::text AS status FROM absences r ${ASSISTANT}
      WHERE s.pool_id = ANY(${poolIds}::uuid[]) AND r.start_minute IS NULL AND r.status NOT IN ${OPEN}
      ORDER BY su.email, r.start_on, r.id`,
  },
  covers: {
    columns: ["executive_email", "assistant_email", "from", "from_part", "to", "to_part", "status"],
    rows: (
      poolIds,
    ) => Prisma.sql`SELECT eu.email AS executive_email, su.email AS assistant_email, r.start_on::text AS from,
      r.start_part::text AS from_part, r.end_on::text AS to, r.end_part::text AS to_part, r.status::text AS status
      FROM coverage_assignments r ${EXECUTIVE} ${ASSISTANT} WHERE e.pool_id = ANY(${poolIds}::uuid[])
      ORDER BY eu.email, r.start_on, r.start_part, r.id`,
  },
  shifts: {
    columns: ["assistant_email", "on", "starts", "ends"],
    rows: (poolIds) => Prisma.sql`SELECT su.email AS assistant_email, r.on_day::text AS on,
      ${clockSql(Prisma.sql`r.start_minute`)} AS starts, ${clockSql(Prisma.sql`r.end_minute`)} AS ends
      FROM shifts r ${ASSISTANT} WHERE s.pool_id = ANY(${poolIds}::uuid[]) AND r.status = 'published' ORDER BY su.email, r.on_day, r.id`,
  },
  requests: {
    columns: ["executive_email", "assistant_email", "sent", "status"],
    rows: (
      poolIds,
    ) => Prisma.sql`SELECT eu.email AS executive_email, coalesce(su.email, '') AS assistant_email,
      to_char(r.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') AS sent, r.status::text AS status
      FROM support_requests r ${EXECUTIVE} LEFT JOIN assistants s ON s.id = r.assignee_id LEFT JOIN users su ON su.id = s.user_id
      WHERE e.pool_id = ANY(${poolIds}::uuid[]) ORDER BY r.created_at, r.id`,
  },
  handovers: {
    columns: ["executive_email", "assistant_email", "from", "from_part", "to", "to_part", "status"],
    rows: (
      poolIds,
    ) => Prisma.sql`SELECT eu.email AS executive_email, coalesce(su.email, '') AS assistant_email, r.from_on::text AS from,
      r.from_part::text AS from_part, r.to_on::text AS to, r.to_part::text AS to_part, r.status::text AS status
      FROM handovers r ${EXECUTIVE} LEFT JOIN assistants s ON s.id = r.cover_assistant_id LEFT JOIN users su ON su.id = s.user_id
      WHERE e.pool_id = ANY(${poolIds}::uuid[]) ORDER BY eu.email, r.from_on, r.id`,
  },
  training: {
    columns: ["assistant_email", "course", "from", "to", "status"],
    rows: (
      poolIds,
    ) => Prisma.sql`SELECT su.email AS assistant_email, c.name AS course, coalesce(dates.first, '') AS from,
      coalesce(dates.last, '') AS to, r.status::text AS status
      FROM enrolments r ${ASSISTANT} JOIN courses c ON c.id = r.course_id
      LEFT JOIN LATERAL (SELECT min(d.on_day)::text AS first, max(d.on_day)::text AS last
        FROM training_session_dates d WHERE d.session_id = r.session_id) dates ON TRUE
      WHERE s.pool_id = ANY(${poolIds}::uuid[]) ORDER BY su.email, r.created_at, r.id`,
  },
  levels: {
    columns: ["assistant_email", "duty", "before", "after", "on", "source"],
    rows: (poolIds) => Prisma.sql`SELECT su.email AS assistant_email, r.duty_id AS duty,
      coalesce(r.from_level::text, '') AS before, coalesce(r.to_level::text, '') AS after, r.on_day::text AS on,
      r.source::text AS source
      FROM skill_changes r ${ASSISTANT} WHERE s.pool_id = ANY(${poolIds}::uuid[]) ORDER BY su.email, r.at, r.id`,
  },
};

/** What has been in the manager's pools, table by table. */
export async function readRecords(ctx: Ctx<Manager>): Promise<ExportSheet[]> {
  const sheets: ExportSheet[] = [];
  for (const [table, { columns, rows }] of Object.entries(TABLES) as [RecordTable, Read][]) {
    const read = await ctx.db.$queryRaw<ExportRow[]>(rows(ctx.actor.managedPoolIds));
    sheets.push({ table, columns, rows: read });
  }
  return sheets;
}
