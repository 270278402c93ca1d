import "server-only";
import type { Assistant, Manager, Person } from "@/lib/actor";
import type { Ctx, PublicCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import type { PlannedShift } from "@/lib/schedules/week/rules";
import { type Day, dayToDate } from "@/lib/time/day";
import type { Hours } from "@/lib/time/hours";
import { Prisma } from "@/prisma/generated/client/client";
import { isLiveRequest, type ShiftRequestKind, type ShiftRequestStatus } from "./rules";

export type PersonOfRequest = { id: string; userId: string; name: string };
export type RequestAnswer = PersonOfRequest & { answer: "asked" | "accepted" | "declined" };

/** A request about a shift with the shifts as they are now, and all whom it concerns. */
export type ShiftRequestFacts = {
  id: string;
  poolId: string;
  pool: string;
  timeZone: string;
  kind: ShiftRequestKind;
  status: ShiftRequestStatus;
  version: number;
  shift: PlannedShift;
  withShift: PlannedShift | null;
  /** True where a shift is no longer the one that was asked about. */
  isOutdated: boolean;
  owner: PersonOfRequest | null;
  taker: PersonOfRequest | null;
  askedBy: { userId: string; name: string };
  /** In the order of names. */
  answers: RequestAnswer[];
  askedAt: Date;
  acceptedAt: Date | null;
  expiresAt: Date;
  endedAt: Date | null;
  note: string;
};

const shiftJson = (alias: string) => Prisma.sql`
  (SELECT json_build_object('id', x.id, 'assistantId', x.assistant_id, 'on', x.on_day, 'startMinute', x.start_minute,
    'endMinute', x.end_minute, 'breakStartMinute', x.break_start_minute, 'breakMinutes', x.break_minutes, 'status', 'published',
    'version', x.version, 'supersedesId', NULL, 'isRemoval', false,
    'work', (SELECT coalesce(json_agg(json_build_object('roleId', w.role_id, 'startMinute', w.start_minute,
      'endMinute', w.end_minute) ORDER BY w.start_minute), '[]') FROM shift_work w WHERE w.shift_id = x.id))
  FROM shifts x WHERE x.id = r.${Prisma.raw(alias)})`;

const personJson = (column: string) => Prisma.sql`
  (SELECT json_build_object('id', a.id, 'userId', a.user_id, 'name', u.name)
  FROM assistants a JOIN users u ON u.id = a.user_id WHERE a.id = r.${Prisma.raw(column)})`;

/** The request `r` with its shifts `s` and `w`, as ShiftRequestFacts. */
const REQUEST = Prisma.sql`
  SELECT r.id, r.pool_id AS "poolId", p.name AS pool, p.time_zone AS "timeZone", r.kind::text, r.status::text, r.version,
    ${shiftJson("shift_id")} AS shift, ${shiftJson("with_shift_id")} AS "withShift",
    (s.status <> 'published' OR s.version <> r.shift_version
      OR coalesce(w.status <> 'published' OR w.version <> r.with_shift_version, false)) AS "isOutdated",
    ${personJson("owner_id")} AS owner, ${personJson("taker_id")} AS taker,
    json_build_object('userId', b.id, 'name', b.name) AS "askedBy",
    (SELECT coalesce(json_agg(json_build_object('id', a.id, 'userId', a.user_id, 'name', u.name, 'answer', q.answer)
        ORDER BY u.name, a.id), '[]')
      FROM shift_request_answers q JOIN assistants a ON a.id = q.assistant_id JOIN users u ON u.id = a.user_id
      WHERE q.request_id = r.id) AS answers,
    r.asked_at AS "askedAt", r.accepted_at AS "acceptedAt", r.expires_at AS "expiresAt", r.ended_at AS "endedAt", r.note
  FROM shift_requests r JOIN pools p ON p.id = r.pool_id JOIN users b ON b.id = r.asked_by_id
    JOIN shifts s ON s.id = r.shift_id LEFT JOIN shifts w ON w.id = r.with_shift_id`;

const LIVE = Prisma.sql`r.status IN ('pending_acceptance', 'pending_approval')`;
/** Ended requests are shown for so many days. */
const DAYS_SHOWN = 14;
const MOST_SHOWN = 200;

/** One request, whoever asks; null where there is none. */
export async function readShiftRequest({ db }: PublicCtx, id: string): Promise<ShiftRequestFacts | null> {
  const rows = await db.$queryRaw<ShiftRequestFacts[]>`${REQUEST} WHERE r.id = ${id}::uuid`;
  return rows[0] ?? null;
}

/** One request that the actor may know of: of a pool led, their own, or one they are asked in; any other is not found. */
export async function requireShiftRequest(ctx: Ctx<Person>, id: string): Promise<ShiftRequestFacts> {
  const request = await readShiftRequest(ctx, id);
  if (!request || !mayKnow(ctx.actor, request)) throw new NotFoundError("shift request");
  return request;
}

function mayKnow(actor: Person, { poolId, owner, taker, answers }: ShiftRequestFacts): boolean {
  if (canManagePool(actor, poolId)) return true;
  const own = actor.assistant?.id;
  return own !== undefined && [owner, taker, ...answers].some((person) => person?.id === own);
}

/** The requests of a pool that wait, the first to end first, and those that ended lately. */
export async function listShiftRequests(
  ctx: Ctx<Manager>,
  poolIds: readonly string[],
): Promise<ShiftRequestFacts[]> {
  if (poolIds.some((id) => !canManagePool(ctx.actor, id))) throw new NotFoundError("pool");
  const since = sinceOf(ctx.now);
  return ctx.db.$queryRaw<ShiftRequestFacts[]>`
    ${REQUEST} WHERE r.pool_id = ANY(${[...poolIds]}::uuid[]) AND (${LIVE} OR r.ended_at > ${since})
    ORDER BY (${LIVE}) DESC, CASE WHEN r.ended_at IS NULL THEN r.expires_at END, r.ended_at DESC, r.id LIMIT ${MOST_SHOWN}`;
}

/** The requests that an assistant made or is asked in: what waits first, then what ended lately. */
export async function listOwnShiftRequests({ db, actor, now }: Ctx<Assistant>): Promise<ShiftRequestFacts[]> {
  const own = actor.assistant.id;
  const rows = await db.$queryRaw<ShiftRequestFacts[]>`
    ${REQUEST} WHERE (r.owner_id = ${own}::uuid OR r.taker_id = ${own}::uuid
        OR r.id IN (SELECT q.request_id FROM shift_request_answers q WHERE q.assistant_id = ${own}::uuid))
      AND (${LIVE} OR r.ended_at > ${sinceOf(now)})
    ORDER BY r.expires_at, r.id LIMIT ${MOST_SHOWN}`;
  return rows.filter(({ expiresAt, status }) => !isLiveRequest(status) || expiresAt > now);
}

function sinceOf(now: Date): Date {
  return new Date(now.getTime() - DAYS_SHOWN * 24 * 3_600_000);
}

/** How many requests wait for a manager, in all pools they lead. */
export function countShiftRequestsToApprove({ db, actor, now }: Ctx<Manager>): Promise<number> {
  return db.shiftRequest.count({
    where: {
      poolId: { in: [...actor.managedPoolIds] },
      status: "pending_approval",
      expiresAt: { gt: now },
    },
  });
}

/** Of some shifts, those that are in a live request. */
export async function listShiftsInRequests({ db }: PublicCtx, poolId: string): Promise<Set<string>> {
  const rows = await db.shiftRequest.findMany({
    where: { poolId, status: { in: ["pending_acceptance", "pending_approval"] } },
    select: { shiftId: true, withShiftId: true },
  });
  return new Set(rows.flatMap(({ shiftId, withShiftId }) => [shiftId, withShiftId ?? shiftId]));
}

/** The open shifts of a pool that a manager asks some about. */
export async function listShiftsAskedAbout({ db }: PublicCtx, poolId: string): Promise<Set<string>> {
  const rows = await db.shiftRequest.findMany({
    where: { poolId, kind: "ask", status: { in: ["pending_acceptance", "pending_approval"] } },
    select: { shiftId: true },
  });
  return new Set(rows.map(({ shiftId }) => shiftId));
}

/** Who is asked, and has not said no, whether they work some hours of a role that an open shift is for. */
export async function listAskedForHours(
  { db }: Ctx<Manager>,
  poolId: string,
  { on, roleId, startMinute, endMinute }: Hours & { on: Day; roleId: string },
): Promise<Set<string>> {
  const shift = { on: dayToDate(on), startMinute, endMinute, work: { some: { roleId } } };
  const rows = await db.shiftRequestAnswer.findMany({
    where: {
      answer: { not: "declined" },
      request: { poolId, kind: "ask", status: "pending_acceptance", shift },
    },
    select: { assistantId: true },
  });
  return new Set(rows.map(({ assistantId }) => assistantId));
}

/** What is due to end: its time is up, a shift of it was changed, or an approved absence takes one of its people away then. */
export function listDueShiftRequests({ db, now }: PublicCtx, poolId?: string): Promise<ShiftRequestFacts[]> {
  const among = poolId ? Prisma.sql`AND r.pool_id = ${poolId}::uuid` : Prisma.empty;
  return db.$queryRaw<ShiftRequestFacts[]>`
    ${REQUEST} WHERE ${LIVE} ${among} AND (r.expires_at <= ${now}
      OR s.status <> 'published' OR s.version <> r.shift_version
      OR w.status <> 'published' OR w.version <> r.with_shift_version
      OR EXISTS (SELECT 1 FROM absences b JOIN shifts x ON x.id IN (r.shift_id, r.with_shift_id)
        WHERE b.assistant_id IN (r.owner_id, r.taker_id, w.assistant_id) AND b.status IN ('approved', 'cancellation_requested')
          AND b.start_on <= x.on_day AND b.end_on >= x.on_day
          AND minutes_away(b.start_on, b.start_part, b.end_on, b.end_part, b.start_minute, b.end_minute)
            && shift_minutes(x.on_day, x.start_minute, x.end_minute)))
    ORDER BY r.expires_at LIMIT ${MOST_SHOWN}`;
}
