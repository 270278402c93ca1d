import "server-only";
import type { Person } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { calendarAudit } from "@/lib/calendars/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { ok, type Result } from "@/lib/result";
import { hashOfSecret, newSecret } from "@/lib/secrets";
import { subjectOf } from "./policy";
import type { FeedView, MakeFeedInput, NewFeed, RemoveFeedInput } from "./schema";

/** Gives a calendar of one's own a new secret address; the one before stops working at once. */
export async function makeFeed(ctx: Ctx<Person>, input: MakeFeedInput): Promise<Result<NewFeed, never>> {
  const subjectId = subjectOf(ctx.actor, input);
  if (subjectId === null) throw new NotFoundError("calendar");
  const { userId } = ctx.actor;
  const { kind } = input;
  const token = newSecret();
  const secret = { tokenHash: hashOfSecret(token), renewedAt: ctx.now };
  return inTransaction(ctx, async (tx) => {
    const { id } = await tx.db.calendarFeed.upsert({
      where: { userId_kind_subjectId: { userId, kind, subjectId } },
      create: { userId, kind, subjectId, ...secret },
      update: { ...secret, lastReadAt: null },
      select: { id: true },
    });
    await audit(tx, calendarAudit("calendar_feed.renewed", id, { kind, subjectId }));
    return ok({ id, kind, token });
  });
}

/** Takes the address of one of one's calendars away; whoever subscribed is sent nothing more. */
export function removeFeed(
  ctx: Ctx<Person>,
  { id }: RemoveFeedInput,
): Promise<Result<{ id: string }, never>> {
  return inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.calendarFeed.deleteMany({ where: { id, userId: ctx.actor.userId } });
    if (count === 0) throw new NotFoundError("calendar");
    await audit(tx, calendarAudit("calendar_feed.removed", id));
    return ok({ id });
  });
}

/** Every calendar one may subscribe to, with or without an address. */
export async function listFeeds(ctx: Ctx<Person>): Promise<FeedView[]> {
  const { actor } = ctx;
  const poolIds = [
    ...new Set([...(actor.assistant ? [actor.assistant.poolId] : []), ...actor.managedPoolIds]),
  ];
  const pools = await ctx.db.pool.findMany({
    where: { id: { in: poolIds } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  const feeds = await ctx.db.calendarFeed.findMany({
    where: { userId: actor.userId },
    select: { id: true, kind: true, subjectId: true, renewedAt: true, lastReadAt: true },
  });
  const own = (["assistant", "executive"] as const).flatMap((kind) => {
    const subjectId = subjectOf(actor, { kind });
    return subjectId === null ? [] : [{ kind, subjectId, poolId: null, name: actor.name }];
  });
  const ofPools = pools.map(({ id, name }) => ({ kind: "pool" as const, subjectId: id, poolId: id, name }));
  return [...own, ...ofPools].map(({ subjectId, ...offer }) => {
    const feed = feeds.find((one) => one.kind === offer.kind && one.subjectId === subjectId);
    const { id = null, renewedAt = null, lastReadAt = null } = feed ?? {};
    return { id, ...offer, renewedAt, lastReadAt };
  });
}
