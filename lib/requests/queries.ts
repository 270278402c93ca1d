import "server-only";
import type { Assistant, Executive, Manager, Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { LIVE_COVER } from "@/lib/covers/rules";
import { type Cursor, pageOf } from "@/lib/cursor";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { poolsShown } from "@/lib/pools/queries-members";
import { Prisma } from "@/prisma/generated/client/client";
import { canSeeRequest } from "./policy";
import { REQUESTS, type RequestRow, requestViews } from "./queries-rows";
import { type RequestStatus, STATUSES_SHOWN } from "./rules";
import type { ListRequestsInput, SupportRequestView } from "./schema";
import { isFoundByWords } from "./search/queries";

/** The type of request that phone messages are. */
export const PHONE_MESSAGE = "phone_message";

const AT_HAND: readonly RequestStatus[] = [...STATUSES_SHOWN.open, "resolved"];

type Page = { items: SupportRequestView[]; nextCursor: string | null };

/** The executives an assistant supports or covers today, by the clock of the assistant's pool. */
export async function listServedExecutiveIds({ db, actor, now }: Ctx): Promise<string[]> {
  if (!actor.assistant) return [];
  const { id, poolId } = actor.assistant;
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH pool AS (SELECT (${now}::timestamptz AT TIME ZONE time_zone)::date AS today FROM pools WHERE id = ${poolId}::uuid)
    SELECT s.executive_id AS id FROM support_assignments s, pool
    WHERE s.assistant_id = ${id}::uuid AND s.role IN ('primary', 'shared') AND s.from_on <= pool.today
      AND (s.to_on IS NULL OR s.to_on >= pool.today)
    UNION SELECT c.executive_id FROM coverage_assignments c, pool
    WHERE c.assistant_id = ${id}::uuid AND c.status = ANY(${[...LIVE_COVER]}::coverage_status[])
      AND c.start_on <= pool.today AND c.end_on >= pool.today`;
  return rows.map((row) => row.id);
}

/** The executive's own requests, the latest first. */
export function listOwnRequests(ctx: Ctx<Executive>, input: ListRequestsInput): Promise<Page> {
  return listPage(ctx, input, Prisma.sql`r.executive_id = ${ctx.actor.executive.id}::uuid`);
}

/** Requests assigned to the assistant, and those of executives they support or cover today, the latest first. */
export async function listServedRequests(ctx: Ctx<Assistant>, input: ListRequestsInput): Promise<Page> {
  return listPage(ctx, input, await servedBy(ctx));
}

/** The open requests an assistant has, the latest first. */
export async function listHeldBy(
  ctx: Ctx<Assistant>,
  { q, limit }: Pick<ListRequestsInput, "q" | "limit">,
): Promise<SupportRequestView[]> {
  const mine = Prisma.sql`r.assignee_id = ${ctx.actor.assistant.id}::uuid`;
  return (await listPage(ctx, { show: "open", q, limit }, mine)).items;
}

const MOST_HELD = 500;

/** The open requests some assistants have, without those that wait; for what only counts them. */
export async function listHeldBySome(
  ctx: Ctx,
  assistantIds: readonly string[],
): Promise<SupportRequestView[]> {
  const rows = await ctx.db.$queryRaw<RequestRow[]>`
    ${REQUESTS} WHERE r.assignee_id = ANY(${[...assistantIds]}::uuid[]) AND r.status IN ('assigned', 'in_progress')
    ORDER BY r.created_at, r.id LIMIT ${MOST_HELD}`;
  return requestViews(ctx, rows);
}

/** How many open requests are assigned to the assistant, by the executive who asked. */
export async function countAssignedRequests(ctx: Ctx<Assistant>): Promise<Map<string, number>> {
  const rows = await ctx.db.$queryRaw<{ executiveId: string; count: number }[]>`
    SELECT r.executive_id AS "executiveId", count(*)::int AS count FROM support_requests r
    WHERE r.assignee_id = ${ctx.actor.assistant.id}::uuid AND ${isOneOf(STATUSES_SHOWN.open)}
    GROUP BY r.executive_id`;
  return new Map(rows.map((row) => [row.executiveId, row.count]));
}

/** An executive's requests that somebody still has to do with: those for the executive to close first, then the latest; and how many there are. */
export async function listOwnRequestsAtHand(
  ctx: Ctx<Executive>,
  { limit }: { limit: number },
): Promise<{ items: SupportRequestView[]; count: number }> {
  const rows = await ctx.db.$queryRaw<(RequestRow & { count: number })[]>`
    SELECT at_hand.*, (count(*) OVER ())::int AS count FROM (
      ${REQUESTS} WHERE r.executive_id = ${ctx.actor.executive.id}::uuid AND ${isOneOf(AT_HAND)}
        AND r.type_id IS DISTINCT FROM ${PHONE_MESSAGE}) at_hand
    ORDER BY at_hand.status <> 'resolved', at_hand."createdAt" DESC, at_hand.id DESC LIMIT ${limit}`;
  return {
    items: await requestViews(
      ctx,
      rows.map(({ count: _, ...row }) => row),
    ),
    count: rows[0]?.count ?? 0,
  };
}

/** The requests of the executives in the manager's pools, the latest first. */
export function listPoolRequests(ctx: Ctx<Manager>, input: ListRequestsInput): Promise<Page> {
  return listPage(ctx, input, isInPools(poolsShown(ctx, input.poolId)));
}

function isInPools(poolIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`e.pool_id = ANY(${poolIds}::uuid[])`;
}

/** How many requests in the manager's pools have no assistant. */
export async function countUnassignedRequests({ db, actor }: Ctx<Manager>): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM support_requests r JOIN executives e ON e.id = r.executive_id
    WHERE ${isInPools(actor.managedPoolIds)} AND ${isOneOf(STATUSES_SHOWN.unassigned)} ${IS_UNASSIGNED}`;
  return rows[0]?.count ?? 0;
}

/** Every request the person may know of in any of their roles, the latest first. */
export async function listVisibleRequests(ctx: Ctx<Person>, input: ListRequestsInput): Promise<Page> {
  const { executive, managedPoolIds } = ctx.actor;
  const visible = [
    isInPools(managedPoolIds),
    ...(executive ? [Prisma.sql`r.executive_id = ${executive.id}::uuid`] : []),
    await servedBy(ctx),
  ];
  const inPool = input.poolId ? Prisma.sql`AND e.pool_id = ${input.poolId}::uuid` : Prisma.empty;
  return listPage(ctx, input, Prisma.sql`(${Prisma.join(visible, " OR ")}) ${inPool}`);
}

async function servedBy(ctx: Ctx): Promise<Prisma.Sql> {
  const served = await listServedExecutiveIds(ctx);
  const mine = Prisma.sql`r.assignee_id = ${ctx.actor.assistant?.id ?? null}::uuid`;
  return Prisma.sql`(${mine} OR (r.executive_id = ANY(${served}::uuid[]) AND NOT r.confidential))`;
}

function isOneOf(statuses: readonly RequestStatus[]): Prisma.Sql {
  return Prisma.sql`r.status = ANY(${statuses}::support_request_status[])`;
}

async function listPage(
  ctx: Ctx,
  { show, q, cursor, limit, ...narrowed }: ListRequestsInput,
  where: Prisma.Sql,
): Promise<Page> {
  const isFound = q ? Prisma.sql`AND ${await isFoundByWords(ctx, q)}` : Prisma.empty;
  const inOrder = Prisma.sql`ORDER BY r.created_at DESC, r.id DESC`;
  // The rows of the page are chosen first: what is shown is worked out for these alone, not for years of requests.
  const rows = await ctx.db.$queryRaw<RequestRow[]>`
    ${REQUESTS} WHERE r.id = ANY(ARRAY(
      SELECT r.id FROM support_requests r JOIN executives e ON e.id = r.executive_id
      WHERE ${where} AND ${isOneOf(STATUSES_SHOWN[show])} ${byDue(show, ctx.now)} ${isOf(narrowed)} ${isFound} ${before(cursor)}
      ${inOrder} LIMIT ${limit + 1})) ${inOrder}`;
  const keyOf = (row: RequestRow) => ({ key: row.createdAt.toISOString(), id: row.id });
  const { items, nextCursor } = pageOf(rows, limit, keyOf, (row) => row);
  return { items: await requestViews(ctx, items), nextCursor };
}

/** Those of one type, and of one executive. */
function isOf({ typeId, executiveId }: Pick<ListRequestsInput, "typeId" | "executiveId">): Prisma.Sql {
  const ofType = typeId ? Prisma.sql`AND r.type_id = ${typeId}` : Prisma.empty;
  return executiveId ? Prisma.sql`${ofType} AND r.executive_id = ${executiveId}::uuid` : ofType;
}

const IS_UNASSIGNED = Prisma.sql`AND r.assignee_id IS NULL`;

/** Those nobody has, whatever was begun; those past a promise or the time they are needed by; those with three quarters used. */
function byDue(show: ListRequestsInput["show"], now: Date): Prisma.Sql {
  if (show === "unassigned") return IS_UNASSIGNED;
  if (show !== "overdue" && show !== "soon") return Prisma.empty;
  const isOver = Prisma.sql`(r.status <> 'waiting' AND (r.due_at < ${now} OR r.due_on < ${now}::date
    OR r.id IN (SELECT request_id FROM request_clocks WHERE stopped_at IS NULL AND due_at < ${now})))`;
  if (show === "overdue") return Prisma.sql`AND ${isOver}`;
  return Prisma.sql`AND NOT coalesce(${isOver}, false) AND r.id IN (
    SELECT request_id FROM request_clocks WHERE stopped_at IS NULL AND soon_at <= ${now} AND due_at >= ${now})`;
}

function before(cursor: Cursor | undefined): Prisma.Sql {
  const createdAt = new Date(cursor?.key ?? Number.NaN);
  if (!cursor || Number.isNaN(createdAt.getTime())) return Prisma.empty;
  return Prisma.sql`AND (r.created_at, r.id) < (${createdAt}, ${cursor.id}::uuid)`;
}

/** One request of the manager's pools, and the executive's pool; any other is not found. */
export async function requirePoolRequest(
  ctx: Ctx<Manager>,
  id: string,
): Promise<{ request: SupportRequestView; poolId: string }> {
  const { poolId, ...row } = await requireRequestRow(ctx, id);
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("request");
  return { request: await viewOf(ctx, row), poolId };
}

/**
 * One request as the verbs need it; one the actor may not know of is not found. Where they act in the place of executives, they know of those
 * executives' requests as who serves them does.
 */
export async function requireRequestRow(ctx: Ctx, id: string, inPlaceOf: readonly string[] = []) {
  const [row] = await ctx.db.$queryRaw<RequestRow[]>`${REQUESTS} WHERE r.id = ${id}::uuid`;
  const parties = row && { ...row, poolId: row.executive.poolId };
  const served = [...(await listServedExecutiveIds(ctx)), ...inPlaceOf];
  if (!parties || !canSeeRequest(ctx.actor, parties, served)) throw new NotFoundError("request");
  return parties;
}

export type VisibleRequest = Awaited<ReturnType<typeof requireRequestRow>>;

/** One request the actor may know of; any other is not found. */
export async function requireSupportRequest(ctx: Ctx, id: string): Promise<SupportRequestView> {
  const { poolId: _, ...row } = await requireRequestRow(ctx, id);
  return viewOf(ctx, row);
}

async function viewOf(ctx: Ctx, row: RequestRow): Promise<SupportRequestView> {
  const [view] = await requestViews(ctx, [row]);
  if (!view) throw new NotFoundError("request");
  return view;
}
