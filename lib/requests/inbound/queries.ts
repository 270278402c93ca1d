import "server-only";
import type { Manager, Person } from "@/lib/actor";
import type { Ctx, PublicCtx } from "@/lib/context";
import { type Cursor, pageOf } from "@/lib/cursor";
import { NotFoundError } from "@/lib/errors";
import type { Prisma } from "@/prisma/generated/client/client";
import { listMerged } from "../merging/queries";
import { canReadWords } from "../policy";
import { requireRequestRow } from "../queries";
import { poolTag, taggedAddress } from "./rules";
import {
  HELD_REASONS,
  type HeldMailView,
  type HeldReason,
  type ListHeldMailsInput,
  type RequestMailView,
} from "./schema";
import { mailIn } from "./service-addresses";

const FACTS = {
  id: true,
  receivedAt: true,
  fromName: true,
  fromAddress: true,
  subject: true,
  text: true,
} as const;

/** Mails nobody's pool could be told of are for the managers of every pool. */
function isSeenBy({ actor }: Ctx<Manager>): Prisma.InboundMailWhereInput {
  return { OR: [{ poolId: null }, { poolId: { in: [...actor.managedPoolIds] } }] };
}

function before(cursor: Cursor | undefined): Prisma.InboundMailWhereInput {
  const at = new Date(cursor?.key ?? Number.NaN);
  if (!cursor || Number.isNaN(at.getTime())) return {};
  return { OR: [{ receivedAt: { lt: at } }, { receivedAt: at, id: { lt: cursor.id } }] };
}

/** The mails that are held, or were discarded, the latest first. */
export async function listHeldMails(
  ctx: Ctx<Manager>,
  { show, cursor, limit }: ListHeldMailsInput,
): Promise<{ items: HeldMailView[]; nextCursor: string | null }> {
  const rows = await ctx.db.inboundMail.findMany({
    where: { AND: [{ verdict: show }, isSeenBy(ctx), before(cursor)] },
    select: { ...FACTS, reason: true, requestId: true, verdict: true },
    orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const keyOf = ({ receivedAt, id }: (typeof rows)[number]) => ({ key: receivedAt.toISOString(), id });
  return pageOf(rows, limit, keyOf, ({ verdict, reason, receivedAt, ...row }) => ({
    ...row,
    receivedAt: receivedAt.toISOString(),
    reason: reasonOf(reason),
    isDiscarded: verdict === "discarded",
  }));
}

/** How many mails are held that the manager may decide about. */
export function countHeldMails(ctx: Ctx<Manager>): Promise<number> {
  return ctx.db.inboundMail.count({ where: { AND: [{ verdict: "held" }, isSeenBy(ctx)] } });
}

function reasonOf(reason: string | null): HeldReason | null {
  return HELD_REASONS.find((one) => one === reason) ?? null;
}

/** One mail that is held, or was once; any other, and that of another pool, is not found. */
export async function requireHeldMail(ctx: Ctx<Manager>, id: string) {
  const row = await ctx.db.inboundMail.findFirst({
    where: { AND: [{ id, verdict: { in: ["held", "released", "discarded"] } }, isSeenBy(ctx)] },
    select: { verdict: true, reason: true, requestId: true },
  });
  if (!row) throw new NotFoundError("inbound_mail");
  return row;
}

const MOST_MAILS = 50;

/** The mails of a request, with all of their text, for those who may read its words; the first one first. */
export async function listRequestMails(ctx: Ctx<Person>, { id }: { id: string }): Promise<RequestMailView[]> {
  const request = await requireRequestRow(ctx, id);
  if (!canReadWords(ctx.actor, request)) return [];
  const merged = (await listMerged(ctx, id)).map((one) => one.id);
  const rows = await ctx.db.inboundMail.findMany({
    where: {
      requestId: { in: [id, ...merged] },
      verdict: { in: ["request", "answer", "automatic", "released"] },
    },
    select: { ...FACTS, verdict: true, leftOut: true },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
    take: MOST_MAILS,
  });
  return rows.map(({ verdict, receivedAt, ...row }) => ({
    ...row,
    receivedAt: receivedAt.toISOString(),
    isAutomatic: verdict === "automatic",
  }));
}

/** The pool that one of the addresses names; null where none does, or two pools are named alike. */
export async function poolOfTag({ db }: PublicCtx, tags: readonly string[]): Promise<string | null> {
  if (tags.length === 0) return null;
  const pools = await db.pool.findMany({ select: { id: true, name: true } });
  const named = pools.filter(({ name }) => tags.includes(poolTag(name)));
  return named.length === 1 ? (named[0]?.id ?? null) : null;
}

/** The address at which executives of a pool send requests; null where mail in is off. */
export async function poolAddress({ db }: PublicCtx, poolId: string): Promise<string | null> {
  const on = mailIn();
  if (!on) return null;
  const { name } = await db.pool.findUniqueOrThrow({ where: { id: poolId }, select: { name: true } });
  return taggedAddress(on.address, poolTag(name));
}

/** The address of each pool the actor manages; none where mail in is off. */
export async function listPoolAddresses(ctx: Ctx<Manager>): Promise<{ pool: string; address: string }[]> {
  const on = mailIn();
  if (!on) return [];
  const pools = await ctx.db.pool.findMany({
    where: { id: { in: [...ctx.actor.managedPoolIds] } },
    select: { name: true },
    orderBy: { name: "asc" },
  });
  return pools.map(({ name }) => ({ pool: name, address: taggedAddress(on.address, poolTag(name)) }));
}
