import "server-only";
import type { Manager, Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { getPoolDay } from "@/lib/pools/queries-today";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { type Day, dayToDate } from "@/lib/time/day";
import { isoWeekOf } from "@/lib/time/iso-week";
import { Prisma } from "@/prisma/generated/client/client";
import { readRoster, readShift } from "./queries-roster";
import { type PlannedShift, plannedShifts, type ShiftTimes, type WorkPiece } from "./rules";
import { findingsOf } from "./rules-findings";
import { type Finding, REFUSED_RULES } from "./rules-findings-kinds";

/** A shift about to be written. */
export type ShiftDraft = ShiftTimes & {
  poolId: string;
  assistantId: string | null;
  work: readonly WorkPiece[];
  isLocked?: boolean;
  note?: string;
};

const REFUSALS = {
  overlap: "shift_overlaps",
  away: "shift_away",
  not_employed: "shift_not_employed",
} as const;
export type DraftRefusal = (typeof REFUSALS)[keyof typeof REFUSALS] | "day_passed";

/** The reason to refuse a shift for a finding that no reason overrides. */
export function refusalOfFinding(finding: Finding): DraftRefusal | null {
  const rule = REFUSED_RULES.find((one) => one === finding.rule);
  return rule ? REFUSALS[rule] : null;
}

/** Makes others who change the same weeks wait, and raises their versions; always in the same order. */
export async function lockWeeks(tx: Ctx<Person>, poolId: string, days: readonly Day[]): Promise<void> {
  const weeks = [...new Set(days.map(isoWeekOf))].sort();
  for (const week of weeks)
    await tx.db.$executeRaw`
      INSERT INTO schedule_weeks (pool_id, week, version) VALUES (${poolId}::uuid, ${week}, 1)
      ON CONFLICT (pool_id, week) DO UPDATE SET version = schedule_weeks.version + 1`;
}

/** Refuses to plan a day that has passed in the pool: what was worked then stays as it was. */
export async function refusalOfPast(
  tx: Ctx<Manager>,
  poolId: string,
  days: readonly Day[],
): Promise<Refusal<"day_passed"> | null> {
  const today = await getPoolDay(tx, poolId);
  return days.some((on) => on < today) ? refuse("day_passed", { path: "on" }) : null;
}

/** What would be found of a shift once it is written in the place of another; refuses what no reason overrides, and days that have passed. */
export async function checkDraft(
  tx: Ctx<Manager>,
  { poolId, assistantId, ...draft }: ShiftDraft,
  replaced: PlannedShift | null,
): Promise<Result<Finding[], DraftRefusal>> {
  const past = await refusalOfPast(
    tx,
    poolId,
    replaced?.status === "published" ? [replaced.on, draft.on] : [draft.on],
  );
  if (past) return past;
  if (assistantId === null) return ok([]);
  const roster = await readRoster(tx, poolId, isoWeekOf(draft.on), [assistantId]);
  const person = roster.people[0] ?? (await formerMember(tx, poolId, assistantId));
  if (!person) return refuse("shift_not_employed", { path: "on", details: { on: draft.on } });
  const supersedesId = replaced?.supersedesId ?? (replaced?.status === "published" ? replaced.id : null);
  const candidate: PlannedShift = {
    id: replaced?.id ?? "new",
    ...draft,
    assistantId,
    status: "draft",
    version: 0,
    supersedesId,
    isRemoval: false,
  };
  const others = plannedShifts(roster.shifts).filter(({ id }) => id !== replaced?.id && id !== supersedesId);
  const found = findingsOf(person, [...others, candidate], roster.monday, roster.rules, roster.overrides);
  const own = found.filter(({ shiftId }) => shiftId === candidate.id);
  for (const finding of own) {
    const reason = refusalOfFinding(finding);
    if (reason) return refuse(reason, { path: "startMinute", details: { ...finding.details, on: draft.on } });
  }
  return ok(own);
}

/** Somebody of the pool who is not employed in that week; of another pool they are not found. */
async function formerMember({ db }: Ctx<Manager>, poolId: string, assistantId: string): Promise<null> {
  const known = await db.assistant.findFirst({ where: { id: assistantId, poolId }, select: { id: true } });
  if (!known) throw new NotFoundError("assistant");
  return null;
}

type Standing = { supersedesId?: string | null; isRemoval?: boolean };

/** Writes a new draft. */
export async function writeDraft(
  tx: Ctx<Manager>,
  draft: ShiftDraft,
  standing: Standing = {},
): Promise<PlannedShift> {
  const { id } = await tx.db.shift.create({
    data: {
      ...columnsOf(draft),
      ...standing,
      createdById: tx.actor.userId,
      createdAt: tx.now,
      work: workRows(draft),
    },
    select: { id: true },
  });
  return requireWritten(tx, id);
}

function columnsOf({
  poolId,
  assistantId,
  on,
  startMinute,
  endMinute,
  breakStartMinute,
  breakMinutes,
  isLocked,
  note,
}: ShiftDraft) {
  return {
    ...{ poolId, assistantId, on: dayToDate(on), startMinute, endMinute, breakStartMinute, breakMinutes },
    ...(isLocked !== undefined && { isLocked }),
    ...(note !== undefined && { note }),
  };
}

function workRows({ work }: ShiftDraft) {
  return { createMany: { data: work.map((piece) => ({ ...piece })) } };
}

/** Writes what a shift becomes: into the draft, or beside the published one. */
export async function writeChange(
  tx: Ctx<Manager>,
  shift: PlannedShift,
  draft: ShiftDraft,
): Promise<PlannedShift> {
  if (shift.status === "published")
    return writeDraft(tx, { ...draft, isLocked: shift.isLocked ?? false }, { supersedesId: shift.id });
  await tx.db.shift.update({
    where: { id: shift.id },
    data: {
      ...columnsOf(draft),
      isRemoval: false,
      version: { increment: 1 },
      work: { deleteMany: {}, ...workRows(draft) },
    },
    select: { id: true },
  });
  return requireWritten(tx, shift.id);
}

async function requireWritten(tx: Ctx<Manager>, id: string): Promise<PlannedShift> {
  const shift = await readShift(tx.db, id);
  if (!shift) throw new Error(`shift ${id} was not written`);
  const { poolId: _, ...written } = shift as PlannedShift & { poolId: string };
  return written;
}

/** Writes many new drafts in sets. */
export async function writeDrafts(tx: Ctx<Manager>, drafts: readonly ShiftDraft[]): Promise<string[]> {
  if (drafts.length === 0) return [];
  const json = JSON.stringify(drafts);
  const rows = await tx.db.$queryRaw<{ id: string }[]>(Prisma.sql`
    WITH asked AS (SELECT uuidv7() AS id, d.* FROM jsonb_to_recordset(${json}::jsonb) AS d("poolId" uuid, "assistantId" uuid,
        "on" date, "startMinute" int, "endMinute" int, "breakStartMinute" int, "breakMinutes" int, work jsonb)),
      made AS (INSERT INTO shifts (id, pool_id, assistant_id, on_day, start_minute, end_minute, break_start_minute, break_minutes,
          created_by_id, created_at)
        SELECT id, "poolId", "assistantId", "on", "startMinute", "endMinute", "breakStartMinute", "breakMinutes",
          ${tx.actor.userId}::uuid, ${tx.now} FROM asked RETURNING id),
      worked AS (INSERT INTO shift_work (shift_id, role_id, start_minute, end_minute)
        SELECT a.id, w."roleId", w."startMinute", w."endMinute" FROM asked a
        CROSS JOIN LATERAL jsonb_to_recordset(a.work) AS w("roleId" uuid, "startMinute" int, "endMinute" int))
    SELECT id FROM made`);
  return rows.map(({ id }) => id);
}
