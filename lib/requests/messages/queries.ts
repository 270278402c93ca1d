import "server-only";
import type { Executive, Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { Prisma } from "@/prisma/generated/client/client";
import { listServedExecutiveIds, requireRequestRow } from "../queries";
import type { KnownCaller, PhoneMessageView } from "./schema";

type MessageRow = Omit<PhoneMessageView, "callBackBy" | "takenAt" | "tickedAt"> & {
  callBackBy: Date | null;
  takenAt: Date;
  tickedAt: Date | null;
};

const MESSAGES = Prisma.sql`
  SELECT m.request_id AS id, r.executive_id AS "executiveId", eu.name AS "executiveName", m.caller, m.company,
    m.number_text AS number, m.wish::text AS wish, r.priority = 'urgent' AS urgent, r.details AS text,
    r.due_at AS "callBackBy", m.taken_at AS "takenAt", tu.name AS "takenByName", m.ticked_at AS "tickedAt",
    m.called_back AS "calledBack", r.version
  FROM phone_messages m JOIN support_requests r ON r.id = m.request_id JOIN executives e ON e.id = r.executive_id
  JOIN users eu ON eu.id = e.user_id JOIN users tu ON tu.id = m.taken_by_id`;

function messageView({ callBackBy, takenAt, tickedAt, ...row }: MessageRow): PhoneMessageView {
  return {
    ...row,
    callBackBy: callBackBy?.toISOString() ?? null,
    takenAt: takenAt.toISOString(),
    tickedAt: tickedAt?.toISOString() ?? null,
  };
}

const MOST_MESSAGES = 50;
const DAY_MS = 86_400_000;

/** The executive's messages that are not ticked off, urgent ones first, then the latest. */
export async function listOwnMessages({ db, actor }: Ctx<Executive>): Promise<PhoneMessageView[]> {
  const rows = await db.$queryRaw<MessageRow[]>`
    ${MESSAGES} WHERE r.executive_id = ${actor.executive.id}::uuid AND m.ticked_at IS NULL
      AND r.status IN ('new', 'assigned', 'in_progress', 'waiting', 'resolved')
    ORDER BY r.priority = 'urgent' DESC, m.taken_at DESC LIMIT ${MOST_MESSAGES}`;
  return rows.map(messageView);
}

/** True for an executive, the row `e`, whom the person serves today or whose pool they manage, and of whose words nothing is confidential. */
async function isServedBy(ctx: Ctx<Person>): Promise<Prisma.Sql> {
  const served = await listServedExecutiveIds(ctx);
  return Prisma.sql`(NOT r.confidential AND (r.executive_id = ANY(${served}::uuid[])
    OR e.pool_id = ANY(${[...ctx.actor.managedPoolIds]}::uuid[])))`;
}

/** The calls of the past day that the person took, or that are for executives they serve today or manage; the latest first. */
export async function listCalls(ctx: Ctx<Person>): Promise<PhoneMessageView[]> {
  const isServed = await isServedBy(ctx);
  const since = new Date(ctx.now.getTime() - DAY_MS);
  const rows = await ctx.db.$queryRaw<MessageRow[]>`
    ${MESSAGES} WHERE m.taken_at >= ${since}
      AND (m.taken_by_id = ${ctx.actor.userId}::uuid OR ${isServed})
    ORDER BY m.taken_at DESC LIMIT ${MOST_MESSAGES}`;
  return rows.map(messageView);
}

const MOST_KNOWN = 200;
/** Callers of the past year are known. */
const KNOWN_FOR_MS = 365 * DAY_MS;

/** Who has called the executives whom the person serves today or manages, the latest first. */
export async function listKnownCallers(ctx: Ctx<Person>): Promise<KnownCaller[]> {
  const isServed = await isServedBy(ctx);
  const rows = await ctx.db.$queryRaw<(Omit<KnownCaller, "lastAt"> & { lastAt: Date })[]>`
    SELECT caller, company, number, count, "lastAt", "lastText" FROM (
      SELECT DISTINCT ON (lower(m.caller)) m.caller, m.company, m.number_text AS number, m.taken_at AS "lastAt",
        left(r.details, 200) AS "lastText", (count(*) OVER (PARTITION BY lower(m.caller)))::int AS count
      FROM phone_messages m JOIN support_requests r ON r.id = m.request_id JOIN executives e ON e.id = r.executive_id
      WHERE m.taken_at >= ${new Date(ctx.now.getTime() - KNOWN_FOR_MS)} AND ${isServed}
      ORDER BY lower(m.caller), m.taken_at DESC) known
    ORDER BY "lastAt" DESC LIMIT ${MOST_KNOWN}`;
  return rows.map(({ lastAt, ...row }) => ({ ...row, lastAt: lastAt.toISOString() }));
}

/** One message the actor may know of; any other is not found. */
export async function requirePhoneMessage(ctx: Ctx<Person>, id: string): Promise<PhoneMessageView> {
  await requireRequestRow(ctx, id);
  const [row] = await ctx.db.$queryRaw<MessageRow[]>`${MESSAGES} WHERE m.request_id = ${id}::uuid`;
  if (!row) throw new NotFoundError("phone_message");
  return messageView(row);
}
