import "server-only";
import type { Assistant, Executive, Manager, Person } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { type Cursor, pageOf } from "@/lib/cursor";
import { NotFoundError } from "@/lib/errors";
import { listExecutiveAccess } from "@/lib/executives/queries-access";
import { syncExecutives } from "@/lib/handovers/content/service-sync";
import { poolsShown } from "@/lib/pools/queries-members";
import { Prisma } from "@/prisma/generated/client/client";
import { canSeeHandover } from "./policy";
import { partIn } from "./queries-parts";
import { ofSupportedExecutives, readSummaries } from "./queries-summaries";
import { readHandover } from "./queries-view";
import { OPENS_DAYS_AHEAD } from "./rules";
import {
  CONCERNS,
  type HandoverSummary,
  type HandoverView,
  type ListHandoversInput,
  type OwnCoverView,
} from "./schema";
import { openOwnHandovers } from "./service-open";

type Page = { items: HandoverSummary[]; nextCursor: string | null };

/** An assistant's handovers that are not closed: executives to take over, and own executives that others take. Written first where due. */
export async function listOwnHandovers(
  ctx: Ctx<Assistant>,
): Promise<{ taking: HandoverSummary[]; leaving: HandoverSummary[] }> {
  await openOwnHandovers(ctx);
  const assistantId = ctx.actor.assistant.id;
  const isOwn = Prisma.sql`(h.owner_id = ${assistantId}::uuid OR ${ofSupportedExecutives(assistantId, ctx.now)})`;
  const [taking, leaving] = await Promise.all([
    readSummaries(ctx, Prisma.sql`h.status <> 'closed' AND h.cover_assistant_id = ${assistantId}::uuid`),
    readSummaries(
      ctx,
      Prisma.sql`h.status <> 'closed' AND ${isOwn} AND h.cover_assistant_id IS DISTINCT FROM ${assistantId}::uuid`,
    ),
  ]);
  return { taking, leaving };
}

/** The handovers an assistant takes over now, as they stand; none is written. */
export async function listHandoversInForce(ctx: Ctx<Assistant>): Promise<HandoverSummary[]> {
  const rows = await readSummaries(
    ctx,
    Prisma.sql`h.status NOT IN ('handed_back', 'closed') AND h.cover_assistant_id = ${ctx.actor.assistant.id}::uuid`,
  );
  return rows.filter((row) => row.hasStarted && !row.hasEnded);
}

/** The handovers of the manager's pools that start within two weeks or are not closed, by the day they start. */
export async function listPoolHandovers(
  ctx: Ctx<Manager>,
  { poolId, concern, cursor, limit }: ListHandoversInput,
): Promise<Page & { counts: Record<(typeof CONCERNS)[number], number> }> {
  const all = await readSummaries(ctx, ofPools(poolsShown(ctx, poolId)));
  const counts = Object.fromEntries(
    CONCERNS.map((one) => [one, all.filter((handover) => handover.concerns.includes(one)).length]),
  ) as Record<(typeof CONCERNS)[number], number>;
  const shown = concern ? all.filter((handover) => handover.concerns.includes(concern)) : all;
  return { ...pageBy(shown, cursor, limit), counts };
}

/** Every handover a person may know of as assistant or manager, by the day they start. */
export async function listVisibleHandovers(ctx: Ctx<Person>, input: ListHandoversInput): Promise<Page> {
  const assistantId = ctx.actor.assistant?.id;
  const mine = assistantId
    ? Prisma.sql`(h.status <> 'closed' AND (h.cover_assistant_id = ${assistantId}::uuid OR h.owner_id = ${assistantId}::uuid
        OR ${ofSupportedExecutives(assistantId, ctx.now)}))`
    : Prisma.sql`FALSE`;
  const inPool = input.poolId ? Prisma.sql`e.pool_id = ${input.poolId}::uuid` : Prisma.sql`TRUE`;
  const all = await readSummaries(
    ctx,
    Prisma.sql`${inPool} AND (${mine} OR ${ofPools([...ctx.actor.managedPoolIds])})`,
  );
  const { concern, cursor, limit } = input;
  const shown = concern ? all.filter((handover) => handover.concerns.includes(concern)) : all;
  return pageBy(shown, cursor, limit);
}

function ofPools(poolIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`(e.pool_id = ANY(${[...poolIds]}::uuid[])
    AND h.from_on <= current_date + ${OPENS_DAYS_AHEAD}::int + 1
    AND (h.status <> 'closed' OR EXISTS (
      SELECT 1 FROM access_checklist_items a
      WHERE a.handover_id = h.id AND a.granted_at IS NOT NULL AND a.withdrawn_at IS NULL)))`;
}

function pageBy(all: readonly HandoverSummary[], cursor: Cursor | undefined, limit: number): Page {
  const inOrder = all
    .map((handover) => ({ key: handover.from, handover }))
    .sort((a, b) => compare(a.key, b.key) || compare(a.handover.id, b.handover.id));
  const rest = cursor
    ? inOrder.filter(
        ({ key, handover }) => key > cursor.key || (key === cursor.key && handover.id > cursor.id),
      )
    : inOrder;
  return pageOf(
    rest,
    limit,
    ({ key, handover }) => ({ key, id: handover.id }),
    ({ handover }) => handover,
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** One handover the actor may know of, brought in step first where it is the actor's; any other is not found. */
export async function requireHandover(ctx: Ctx<Person>, id: string): Promise<HandoverView> {
  const part = await requirePart(ctx, id);
  if (part.isOwner || part.isCover) await inTransaction(ctx, (tx) => syncExecutives(tx, [part.executiveId]));
  return readHandover(ctx, await requirePart(ctx, id), id);
}

async function requirePart(ctx: Ctx<Person>, id: string) {
  const row = await ctx.db.handover.findUnique({
    where: { id },
    select: { executiveId: true, ownerId: true, coverAssistantId: true, status: true },
  });
  const executiveAccess = row && (await listExecutiveAccess(ctx, [row.executiveId])).get(row.executiveId);
  const part = row && executiveAccess && partIn(ctx, executiveAccess, row);
  if (!row || !part || !canSeeHandover(part, row.status)) throw new NotFoundError("handover");
  return part;
}

const OWN_COVERS_SHOWN = 12;

/** Who covers for an executive in the coming days, whether they have read what they must know, and what access they have. */
export async function listOwnCovers(ctx: Ctx<Executive>): Promise<OwnCoverView[]> {
  const executiveId = ctx.actor.executive.id;
  const rows = await readSummaries(
    ctx,
    Prisma.sql`h.executive_id = ${executiveId}::uuid AND h.status NOT IN ('handed_back', 'closed')`,
  );
  const shown = rows.filter((row) => !row.hasEnded).slice(0, OWN_COVERS_SHOWN);
  const access = await ctx.db.accessChecklistItem.groupBy({
    by: ["handoverId"],
    where: { handoverId: { in: shown.map((row) => row.id) } },
    _count: { _all: true, grantedAt: true },
  });
  const byHandover = new Map(access.map((row) => [row.handoverId, row._count]));
  return shown.map(({ id, coverName, from, fromPart, to, toPart, status }) => {
    const count = byHandover.get(id);
    return {
      id,
      coverName,
      from,
      fromPart,
      to,
      toPart,
      status,
      accessGiven: count?.grantedAt ?? 0,
      accessNeeded: count?._all ?? 0,
    };
  });
}
