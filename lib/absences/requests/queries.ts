import "server-only";
import {
  type AbsenceOwner,
  type ActingFor,
  canSeeAbsence,
  isOwnAbsence,
  placeToDecide,
} from "@/lib/absences/deciders/policy";
import { DECIDERS, getActingFor, isKnownTo, OWNER_COLUMNS } from "@/lib/absences/deciders/queries";
import { listUserIdsNamed } from "@/lib/accounts/queries-names";
import type { Assistant, Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { type Cursor, pageOf } from "@/lib/cursor";
import { NotFoundError } from "@/lib/errors";
import { type Day, isDay } from "@/lib/time/day";
import { Prisma } from "@/prisma/generated/client/client";
import { BOOKED_STATUSES, WAITING_STATUSES } from "./rules-statuses";
import type { AbsenceView, ListAbsencesInput, ListOwnAbsencesInput } from "./schema";

/** An absence with its owner and who decides on it, as ABSENCES reads it. */
type AbsenceRow = Omit<AbsenceView, "canDecide"> & Required<AbsenceOwner> & { firstDeciderId: string | null };
type Page = { items: AbsenceView[]; nextCursor: string | null };

const FROM = Prisma.sql`absences a JOIN assistants s ON s.id = a.assistant_id ${DECIDERS}`;

const ABSENCES = Prisma.sql`
  SELECT a.id, u.name AS "assistantName", a.leave_type_id AS type, a.start_on::text AS "from", a.start_part::text AS "fromPart",
    a.end_on::text AS "to", a.end_part::text AS "toPart", a.start_minute AS "startMinute", a.end_minute AS "endMinute",
    a.status::text, a.cancel_from_on::text AS "cancelFrom", a.cancel_from_part::text AS "cancelFromPart", a.note,
    a.decision_note AS "decisionNote", a.first_decider_id AS "firstDeciderId", a.version, ${OWNER_COLUMNS}
  FROM ${FROM} JOIN users u ON u.id = s.user_id`;

function absenceView(ctx: Ctx, actingFor: ActingFor, row: AbsenceRow): AbsenceView {
  const { poolId: _, deciderId: __, secondDeciderId: ___, firstDeciderId: ____, ...view } = row;
  return { ...view, canDecide: isForThem(ctx, actingFor, row) };
}

function isForThem({ actor }: Ctx, actingFor: ActingFor, row: AbsenceRow): boolean {
  if (isOwnAbsence(actor, row)) return false;
  const isSecond = row.status === "provisionally_approved";
  if (isSecond && row.firstDeciderId === actor.userId) return false;
  return placeToDecide(actingFor, row, isSecond ? "second" : "first") !== null;
}

/** The absences of the pools the manager leads and of those they decide on, the earliest first. */
export async function listAbsences(ctx: Ctx<Manager>, input: ListAbsencesInput): Promise<Page> {
  const actingFor = await getActingFor(ctx);
  const { poolId } = input;
  if (poolId && !actingFor.some((place) => place.poolIds.includes(poolId))) throw new NotFoundError("pool");
  return listPage(ctx, actingFor, input, "asc", [isKnownTo(actingFor), ...(await askedFor(ctx, input))]);
}

/** The absences the person may know of, their own and those of pools they lead or decide for, the earliest first. */
export async function listVisibleAbsences(ctx: Ctx, input: ListAbsencesInput): Promise<Page> {
  const actingFor = await getActingFor(ctx);
  const known = isKnownTo(actingFor);
  const { assistant } = ctx.actor;
  const visible = assistant ? Prisma.sql`(${known} OR a.assistant_id = ${assistant.id}::uuid)` : known;
  return listPage(ctx, actingFor, input, "asc", [visible, ...(await askedFor(ctx, input))]);
}

async function askedFor(ctx: Ctx, input: ListAbsencesInput): Promise<Prisma.Sql[]> {
  const { poolId, assistantId, status, show, type, from, to, startsFrom, q } = input;
  const statuses = status ? [status] : show ? SHOWN[show] : null;
  return [
    ...(assistantId ? [Prisma.sql`a.assistant_id = ${assistantId}::uuid`] : []),
    ...(statuses ? [isOneOf(statuses)] : []),
    ...(type ? [Prisma.sql`a.leave_type_id = ${type}`] : []),
    ...(poolId ? [Prisma.sql`s.pool_id = ${poolId}::uuid`] : []),
    ...(q ? [Prisma.sql`s.user_id = ANY(${await listUserIdsNamed(ctx, q)}::uuid[])`] : []),
    ...(from ? [Prisma.sql`a.end_on >= ${from}::date`] : []),
    ...(to ? [Prisma.sql`a.start_on <= ${to}::date`] : []),
    ...(startsFrom ? [Prisma.sql`a.start_on >= ${startsFrom}::date`] : []),
  ];
}

const SHOWN = { waiting: WAITING_STATUSES, booked: BOOKED_STATUSES };

function isOneOf(statuses: readonly string[]): Prisma.Sql {
  return Prisma.sql`a.status = ANY(${statuses}::absence_status[])`;
}

/** The assistant's own absences, the latest first. */
export async function listOwnAbsences(ctx: Ctx<Assistant>, input: ListOwnAbsencesInput): Promise<Page> {
  const actingFor = await getActingFor(ctx);
  const isOwn = Prisma.sql`a.assistant_id = ${ctx.actor.assistant.id}::uuid`;
  return listPage(ctx, actingFor, input, "desc", [isOwn]);
}

async function listPage(
  ctx: Ctx,
  actingFor: ActingFor,
  { cursor, limit }: { cursor?: Cursor | undefined; limit: number },
  direction: "asc" | "desc",
  where: readonly Prisma.Sql[],
): Promise<Page> {
  const order = Prisma.raw(direction);
  const rows = await ctx.db.$queryRaw<AbsenceRow[]>`
    ${ABSENCES} WHERE ${Prisma.join([...where, ...after(cursor, direction)], " AND ")}
    ORDER BY a.start_on ${order}, a.id ${order} LIMIT ${limit + 1}`;
  return pageOf(
    rows,
    limit,
    (row) => ({ key: row.from, id: row.id }),
    (row) => absenceView(ctx, actingFor, row),
  );
}

function after(cursor: Cursor | undefined, direction: "asc" | "desc"): Prisma.Sql[] {
  if (!cursor || !isDay(cursor.key)) return [];
  const last = Prisma.sql`(${cursor.key}::date, ${cursor.id}::uuid)`;
  return [Prisma.sql`(a.start_on, a.id) ${Prisma.raw(direction === "asc" ? ">" : "<")} ${last}`];
}

/** One absence of the actor's own, of a pool they lead, or that they decide on; any other is not found. */
export async function requireAbsence(ctx: Ctx, id: string): Promise<AbsenceView> {
  const [rows, actingFor] = await Promise.all([
    ctx.db.$queryRaw<AbsenceRow[]>`${ABSENCES} WHERE a.id = ${id}::uuid`,
    getActingFor(ctx),
  ]);
  const [row] = rows;
  if (!row || !canSeeAbsence(ctx.actor, row, actingFor)) throw new NotFoundError("absence");
  return absenceView(ctx, actingFor, row);
}

export type AbsenceCounts = { waiting: number; now: number; coming: number };

/** How many absences wait, run on a day and begin after it, of those a filter leaves. */
export async function countAbsences(
  ctx: Ctx<Manager>,
  { today, ...filter }: Pick<ListAbsencesInput, "poolId" | "q" | "type"> & { today: Day },
): Promise<AbsenceCounts> {
  const isWaiting = isOneOf(WAITING_STATUSES);
  const isBooked = isOneOf(BOOKED_STATUSES);
  const where = [isKnownTo(await getActingFor(ctx)), ...(await askedFor(ctx, { ...filter, limit: 1 }))];
  const rows = await ctx.db.$queryRaw<AbsenceCounts[]>`
    SELECT count(*) FILTER (WHERE ${isWaiting})::int AS waiting,
      count(*) FILTER (WHERE ${isBooked} AND a.start_on <= ${today}::date AND a.end_on >= ${today}::date)::int AS now,
      count(*) FILTER (WHERE ${isBooked} AND a.start_on > ${today}::date)::int AS coming
    FROM ${FROM} WHERE (${isWaiting} OR (${isBooked} AND a.end_on >= ${today}::date))
      AND ${Prisma.join(where, " AND ")}`;
  return rows[0] ?? { waiting: 0, now: 0, coming: 0 };
}

/** How many absences wait for a decision where the manager decides. */
export async function countRequestedAbsences(ctx: Ctx<Manager>): Promise<number> {
  const known = isKnownTo(await getActingFor(ctx));
  const rows = await ctx.db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM ${FROM} WHERE ${isOneOf(WAITING_STATUSES)} AND ${known}`;
  return rows[0]?.count ?? 0;
}
