import "server-only";
import { setImmediate as pause } from "node:timers/promises";
import { HOURS, WORK_HOURS } from "@/lib/assistants/queries-hours";
import { RAMP_STEPS } from "@/lib/assistants/queries-ramp";
import type { OpenStep, RampByDuty } from "@/lib/assistants/rules-ramp";
import { publishedShifts } from "@/lib/availability/queries";
import type { CoverRecord } from "@/lib/covers/rules";
import { spanOfRange } from "@/lib/covers/rules-extent";
import type { Db } from "@/lib/db";
import type { Day } from "@/lib/time/day";
import { type StretchRow, stretchOfRow } from "@/lib/time/stretch-columns";
import { Prisma } from "@/prisma/generated/client/client";
import { counted, inForce } from "./queries-scope";
import type { Level, OfficeAssistant, OfficeDuty, OfficeExecutive, OfficeSupport } from "./rules";

/** So many people are read at once that making them of their rows keeps no other person waiting. */
const PEOPLE_AT_ONCE = 400;

type ExecutiveRow = Omit<OfficeExecutive, "duties" | "languages" | "supports"> & {
  duties: [OfficeDuty["dutyId"], number, number, OfficeDuty["coverLevel"]][];
  languages: [string, Level | null][];
  supports: [string, OfficeSupport["role"], number, string[], Day, Day | null][];
  covers: (Omit<CoverRecord, "first" | "last" | "executiveId" | "window" | "offeredUntil"> & {
    at: StretchRow;
    offeredUntil: string | null;
  })[];
};

type AssistantRow = Omit<OfficeAssistant, "skills" | "ramp" | "languages" | "absences"> & {
  skills: [string, number][];
  ramp: [dutyId: string, level: number, from: Day | null][];
  languages: [string, Level][];
  absences: [id: string, at: StretchRow][];
};

/** An executive with the covers that count on the days read. */
export type ReadExecutive = { executive: OfficeExecutive; covers: CoverRecord[] };

/** Executives as an office sees them on some days, in the order asked for; those that are gone are left out. */
export async function readExecutives(
  db: Db,
  ids: readonly string[],
  from: Day,
  to: Day,
): Promise<ReadExecutive[]> {
  const read = new Map<string, ReadExecutive>();
  for (const some of partsOf(ids)) {
    const rows = await db.$queryRaw<ExecutiveRow[]>`
      SELECT e.id, e.user_id AS "userId", u.name, e.title, e.department, e.pool_id AS "poolId", e.tier, e.site, e.onsite,
        to_char(e.leaves_on, 'YYYY-MM-DD') AS "leavesOn",
        ${hoursIn(HOURS, Prisma.sql`support_hours`, Prisma.sql`p.executive_id = e.id`, from, to)} AS hours,
        (SELECT coalesce(json_agg(json_build_array(d.duty_id, d.minutes_per_day, d.min_proficiency, d.cover_level)
          ORDER BY d.duty_id), '[]') FROM duty_requirements d WHERE d.executive_id = e.id) AS duties,
        (SELECT coalesce(json_agg(json_build_array(l.language, l.level)), '[]')
          FROM executive_languages l WHERE l.executive_id = e.id) AS languages,
        (SELECT coalesce(json_agg(json_build_array(s.assistant_id, s.role, s.rank, s.duty_ids, s.from_on, s.to_on)
          ORDER BY s.id), '[]') FROM support_assignments s
          WHERE s.executive_id = e.id AND ${inForce(Prisma.sql`s`, from, to)}) AS supports,
        (SELECT coalesce(json_agg(json_build_object('id', c.id, 'assistantId', c.assistant_id, 'absenceId', c.absence_id,
          'planId', c.plan_id, 'pinned', c.pinned, 'overrideReason', c.override_reason, 'dutyIds', c.duty_ids,
          'version', c.version, 'offeredUntil', CASE WHEN c.status = 'offered' THEN c.offer_expires_at END,
          'at', ${stretch(Prisma.sql`c`)}) ORDER BY c.start_on, c.id), '[]') FROM coverage_assignments c
          WHERE c.executive_id = e.id AND ${counted(Prisma.sql`c`, from, to)}) AS covers
      FROM executives e JOIN users u ON u.id = e.user_id WHERE e.id = ANY(${some}::uuid[])`;
    for (const row of rows) read.set(row.id, executiveOf(row));
    await pause();
  }
  return ids.flatMap((id) => read.get(id) ?? []);
}

/** Assistants as an office sees them on some days, by id. */
export async function readAssistants(
  db: Db,
  ids: readonly string[],
  from: Day,
  to: Day,
): Promise<OfficeAssistant[]> {
  const read: OfficeAssistant[] = [];
  for (const some of partsOf([...ids].sort())) {
    const rows = await db.$queryRaw<AssistantRow[]>`
      SELECT a.id, a.user_id AS "userId", u.name, a.pool_id AS "poolId", a.site,
        to_char(a.hired_on, 'YYYY-MM-DD') AS "hiredOn", to_char(a.leaves_on, 'YYYY-MM-DD') AS "leavesOn",
        ${hoursIn(WORK_HOURS, Prisma.sql`working_patterns`, Prisma.sql`p.assistant_id = a.id`, from, to)} AS hours,
        ${publishedShifts(Prisma.sql`a.id`, Prisma.sql`a.pool_id`, (on) => Prisma.sql`${on} BETWEEN ${from}::date AND ${to}::date`)} AS shifts,
        (SELECT coalesce(json_agg(json_build_array(s.duty_id, s.proficiency)), '[]')
          FROM assistant_skills s WHERE s.assistant_id = a.id) AS skills, ${RAMP_STEPS} AS ramp,
        (SELECT coalesce(json_agg(json_build_array(l.language, l.level)), '[]')
          FROM assistant_languages l WHERE l.assistant_id = a.id) AS languages,
        (SELECT coalesce(json_agg(json_build_array(b.id, ${stretch(Prisma.sql`b`)})
          ORDER BY b.start_on, b.start_minute, b.id), '[]') FROM absences b
          WHERE b.assistant_id = a.id AND b.status IN ('approved', 'cancellation_requested')
            AND b.start_on <= ${to}::date AND b.end_on >= ${from}::date) AS absences
      FROM assistants a JOIN users u ON u.id = a.user_id WHERE a.id = ANY(${some}::uuid[]) ORDER BY a.id`;
    read.push(...rows.map(assistantOf));
    await pause();
  }
  return read;
}

/** The ids of everybody who works in some pools. */
export async function listAssistantIds(db: Db, poolIds: readonly string[]): Promise<string[]> {
  if (poolIds.length === 0) return [];
  const rows = await db.assistant.findMany({
    where: { poolId: { in: [...poolIds] } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Everybody whom some executives are supported or covered by. */
export function assistantsNamedBy(read: readonly ReadExecutive[]): Set<string> {
  const named = new Set<string>();
  for (const { executive, covers } of read) {
    for (const { assistantId } of executive.supports) named.add(assistantId);
    for (const { assistantId } of covers) named.add(assistantId);
  }
  return named;
}

function* partsOf(ids: readonly string[]): Generator<string[]> {
  for (let start = 0; start < ids.length; start += PEOPLE_AT_ONCE)
    yield ids.slice(start, start + PEOPLE_AT_ONCE);
}

function hoursIn(hours: Prisma.Sql, table: Prisma.Sql, isTheirs: Prisma.Sql, from: Day, to: Day): Prisma.Sql {
  return Prisma.sql`(SELECT ${hours} FROM ${table} p
    WHERE ${isTheirs} AND p.valid_from <= ${to}::date AND (p.valid_to IS NULL OR p.valid_to >= ${from}::date))`;
}

function stretch(alias: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`json_build_array(${alias}.start_on, ${alias}.start_part, ${alias}.end_on, ${alias}.end_part,
    ${alias}.start_minute, ${alias}.end_minute)`;
}

function executiveOf({ covers, supports, duties, languages, ...row }: ExecutiveRow): ReadExecutive {
  return {
    executive: {
      ...row,
      duties: duties.map(([dutyId, minutesPerDay, minProficiency, coverLevel]) => ({
        dutyId,
        minutesPerDay,
        minProficiency,
        coverLevel,
      })),
      languages: new Map(languages),
      supports: supports.map(([assistantId, role, rank, dutyIds, from, to]) => ({
        assistantId,
        role,
        rank,
        dutyIds,
        from,
        to,
      })),
    },
    covers: covers.map(({ at, offeredUntil, ...cover }) => ({
      ...cover,
      executiveId: row.id,
      offeredUntil: offeredUntil === null ? null : new Date(offeredUntil),
      ...spanOfRange(stretchOfRow(at)),
    })),
  };
}

function assistantOf({ skills, ramp, languages, absences, ...row }: AssistantRow): OfficeAssistant {
  return {
    ...row,
    skills: new Map(skills),
    ...(ramp.length > 0 && { ramp: rampOf(ramp) }),
    languages: new Map(languages),
    absences: absences.map(([id, at]) => ({ id, ...spanOfRange(stretchOfRow(at)) })),
  };
}

function rampOf(steps: AssistantRow["ramp"]): RampByDuty {
  const byDuty = new Map<string, OpenStep[]>();
  for (const [dutyId, level, from] of steps)
    byDuty.set(dutyId, [...(byDuty.get(dutyId) ?? []), { from, level }]);
  return byDuty;
}
