import "server-only";
import type { Assistant, Executive, Manager, Person } from "@/lib/actor";
import { aroundToday, isInForceNow } from "@/lib/assistants/queries";
import type { Ctx } from "@/lib/context";
import { LIVE_COVER } from "@/lib/covers/rules";
import { type Cursor, pageOf } from "@/lib/cursor";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { poolsShown } from "@/lib/pools/queries-members";
import { isFoundBy } from "@/lib/search";
import { dayOfColumn, dayToDate } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { Prisma } from "@/prisma/generated/client/client";
import { canSeeRequest } from "./policy";
import { type RequestStatus, STATUSES_SHOWN } from "./rules";
import type { ListRequestsInput, SupportRequestView } from "./schema";

/** A question to the database has at most 32,767 parameters. */
const MOST_FOUND = 20_000;

const REQUEST = {
  id: true,
  executiveId: true,
  assigneeId: true,
  dutyId: true,
  summary: true,
  details: true,
  priority: true,
  dueOn: true,
  status: true,
  createdAt: true,
  updatedAt: true,
  version: true,
  executive: { select: { poolId: true, userId: true, user: { select: { name: true } } } },
  assignee: { select: { userId: true, user: { select: { name: true } } } },
} satisfies Prisma.SupportRequestSelect;

type RequestRow = Prisma.SupportRequestGetPayload<{ select: typeof REQUEST }>;
type Page = { items: SupportRequestView[]; nextCursor: string | null };

function requestView({ executive, assignee, ...row }: RequestRow): SupportRequestView {
  return {
    ...row,
    executiveName: executive.user.name,
    assigneeName: assignee?.user.name ?? null,
    dueOn: row.dueOn && dayOfColumn(row.dueOn),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** The executives an assistant supports or covers today, by the clock of the assistant's pool. */
export async function listServedExecutiveIds(ctx: Ctx): Promise<string[]> {
  const { assistant } = ctx.actor;
  if (!assistant) return [];
  const pool = await ctx.db.pool.findUniqueOrThrow({
    where: { id: assistant.poolId },
    select: { timeZone: true },
  });
  const today = dayIn(pool.timeZone, ctx.now);
  const on = dayToDate(today);
  const [supports, covers] = await Promise.all([
    ctx.db.supportAssignment.findMany({
      where: { assistantId: assistant.id, role: { in: ["primary", "shared"] }, ...aroundToday(ctx.now) },
      select: { executiveId: true, fromOn: true, toOn: true },
    }),
    ctx.db.coverageAssignment.findMany({
      where: {
        assistantId: assistant.id,
        status: { in: [...LIVE_COVER] },
        startOn: { lte: on },
        endOn: { gte: on },
      },
      select: { executiveId: true },
    }),
  ]);
  const supported = supports.filter((support) => isInForceNow(support, today));
  return [...new Set([...supported, ...covers].map((row) => row.executiveId))];
}

/** The executive's own requests, the latest first. */
export function listOwnRequests(ctx: Ctx<Executive>, input: ListRequestsInput): Promise<Page> {
  return listPage(ctx, input, { executiveId: ctx.actor.executive.id });
}

/** Requests assigned to the assistant, and those of executives they support or cover today, the latest first. */
export async function listServedRequests(ctx: Ctx<Assistant>, input: ListRequestsInput): Promise<Page> {
  return listPage(ctx, input, await servedBy(ctx));
}

/** The requests of the executives in the manager's pools, the latest first. */
export function listPoolRequests(ctx: Ctx<Manager>, input: ListRequestsInput): Promise<Page> {
  return listPage(ctx, input, { executive: { poolId: { in: poolsShown(ctx, input.poolId) } } });
}

/** How many requests in the manager's pools have no assistant. */
export function countUnassignedRequests(ctx: Ctx<Manager>): Promise<number> {
  const executive = { poolId: { in: [...ctx.actor.managedPoolIds] } };
  return ctx.db.supportRequest.count({
    where: { executive, status: { in: [...STATUSES_SHOWN.unassigned] } },
  });
}

/** Every request the person may know of in any of their roles, the latest first. */
export async function listVisibleRequests(ctx: Ctx<Person>, input: ListRequestsInput): Promise<Page> {
  const { executive, managedPoolIds } = ctx.actor;
  return listPage(ctx, input, {
    ...(input.poolId && { executive: { poolId: input.poolId } }),
    OR: [
      { executive: { poolId: { in: [...managedPoolIds] } } },
      ...(executive ? [{ executiveId: executive.id }] : []),
      await servedBy(ctx),
    ],
  });
}

async function servedBy(ctx: Ctx): Promise<Prisma.SupportRequestWhereInput> {
  const mine = ctx.actor.assistant ? [{ assigneeId: ctx.actor.assistant.id }] : [];
  return { OR: [...mine, { executiveId: { in: await listServedExecutiveIds(ctx) } }] };
}

async function listPage(
  ctx: Ctx,
  { show, q, cursor, limit }: ListRequestsInput,
  where: Prisma.SupportRequestWhereInput,
): Promise<Page> {
  const shown = [...STATUSES_SHOWN[show]];
  const rows = await ctx.db.supportRequest.findMany({
    where: {
      AND: [
        where,
        { status: { in: shown } },
        q ? { id: { in: await listIdsFound(ctx, q, shown) } } : {},
        before(cursor),
      ],
    },
    select: REQUEST,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  return pageOf(rows, limit, (row) => ({ key: row.createdAt.toISOString(), id: row.id }), requestView);
}

/** The latest requests whose summary is found. */
async function listIdsFound(ctx: Ctx, q: string, shown: readonly RequestStatus[]): Promise<string[]> {
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM support_requests r
    WHERE ${isFoundBy(q, Prisma.sql`r.summary`)} AND r.status::text = ANY(${shown})
    ORDER BY r.created_at DESC, r.id DESC LIMIT ${MOST_FOUND}`;
  return rows.map((row) => row.id);
}

function before(cursor: Cursor | undefined): Prisma.SupportRequestWhereInput {
  const createdAt = new Date(cursor?.key ?? Number.NaN);
  if (!cursor || Number.isNaN(createdAt.getTime())) return {};
  return { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: cursor.id } }] };
}

/** One request of the manager's pools, and the executive's pool; any other is not found. */
export async function requirePoolRequest(
  ctx: Ctx<Manager>,
  id: string,
): Promise<{ request: SupportRequestView; poolId: string }> {
  const { poolId, ...row } = await requireRequestRow(ctx, id);
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("request");
  return { request: requestView(row), poolId };
}

/** One request as the verbs need it; one the actor may not know of is not found. */
export async function requireRequestRow(ctx: Ctx, id: string) {
  const row = await ctx.db.supportRequest.findUnique({ where: { id }, select: REQUEST });
  const parties = row && { ...row, poolId: row.executive.poolId };
  if (!parties || !canSeeRequest(ctx.actor, parties, await listServedExecutiveIds(ctx))) {
    throw new NotFoundError("request");
  }
  return parties;
}

export type VisibleRequest = Awaited<ReturnType<typeof requireRequestRow>>;

/** One request the actor may know of; any other is not found. */
export async function requireSupportRequest(ctx: Ctx, id: string): Promise<SupportRequestView> {
  const { poolId: _, ...row } = await requireRequestRow(ctx, id);
  return requestView(row);
}
