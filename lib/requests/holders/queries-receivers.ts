import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { readGrid } from "@/lib/coverage/demand/queries-grid";
import { withoutOffers } from "@/lib/coverage/offers/rules";
import { LOOK_AHEAD_DAYS } from "@/lib/coverage/serving/queries";
import { supportMomentOf } from "@/lib/coverage/serving/rules";
import { readRestrictions } from "@/lib/matching/queries";
import { addDays } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { requirePoolRequest } from "../queries";
import { holderFacts, thereUntil } from "./queries";
import { type Receiver, rankedReceivers } from "./rules-receivers";

/** An assistant to whom a request can be given, with how much they have. */
export type ReceiverView = Receiver & { name: string; until: string | null };

const MOST_RECEIVERS = 6;

/** To whom a request is best given now: who serves the executive, then who is at work, the least laden first; and how many are not there. */
export async function listReceivers(
  ctx: Ctx<Manager>,
  requestId: string,
): Promise<{ receivers: ReceiverView[]; most: number; away: number }> {
  const { request, poolId } = await requirePoolRequest(ctx, requestId);
  const { timeZone } = await ctx.db.pool.findUniqueOrThrow({
    where: { id: poolId },
    select: { timeZone: true },
  });
  const today = dayIn(timeZone, ctx.now);
  const grid = await readGrid(ctx, { id: poolId, timeZone }, today, addDays(today, LOOK_AHEAD_DAYS));
  const office = withoutOffers(grid.office);
  const executive = office.executives.find(({ id }) => id === request.executiveId);
  const moment = executive && supportMomentOf(office, executive, timeZone, ctx.now);
  if (!moment) return { receivers: [], most: 0, away: 0 };
  const [loads, restrictions] = await Promise.all([
    readOpenCounts(ctx, poolId),
    readRestrictions(ctx.db, [request.executiveId], today),
  ]);
  const serving = { office, executive, moment };
  const apart = new Set(restrictions.filter(({ kind }) => kind === "hard").map((one) => one.assistantId));
  const assistants = [...office.assistants.values()].filter(
    ({ id, poolId: of }) => of === poolId && !apart.has(id),
  );
  const facts = holderFacts(serving, request.dutyId, (id) => loads.get(id) ?? 0);
  const ranked = rankedReceivers(
    assistants.map(({ id }) => id),
    request.assigneeId,
    facts,
  );
  return {
    receivers: ranked.slice(0, MOST_RECEIVERS).map((one) => ({
      ...one,
      name: office.assistants.get(one.assistantId)?.name ?? "",
      until: thereUntil(serving, one.assistantId),
    })),
    most: Math.max(0, ...loads.values()),
    away: assistants.filter(({ id }) => !facts.isThere(id)).length,
  };
}

/** How many open requests each assistant of a pool works on; those that wait are not counted. */
async function readOpenCounts({ db }: Ctx, poolId: string): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string; count: number }[]>`
    SELECT r.assignee_id AS id, count(*)::int AS count FROM support_requests r JOIN assistants a ON a.id = r.assignee_id
    WHERE a.pool_id = ${poolId}::uuid AND r.status IN ('assigned', 'in_progress') GROUP BY r.assignee_id`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}
