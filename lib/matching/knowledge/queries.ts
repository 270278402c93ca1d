import "server-only";
import type { Assistant, Executive, Manager } from "@/lib/actor";
import { listOwnSkills } from "@/lib/assistants/queries-skills";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { readMatchedPool } from "@/lib/matching/placements/queries-facts";
import { placementFit } from "@/lib/matching/placements/rules";
import { placementFacts } from "@/lib/matching/placements/rules-facts";
import { readFitWeights } from "@/lib/matching/weights/queries";
import { canManagePool } from "@/lib/pools/policy";
import { getOwnDay } from "@/lib/pools/queries-today";
import { dayToDate } from "@/lib/time/day";
import type { Prisma } from "@/prisma/generated/client/client";
import { shownMean } from "./rules";
import type { ObjectionView, OwnMatchingView, WishedAssistant } from "./schema";

const MOST = 50;

/** All that matching knows of the assistant who asks: each figure, and how they fit whom they support now. */
export async function getOwnMatching(ctx: Ctx<Assistant>): Promise<OwnMatchingView> {
  const { id: assistantId } = ctx.actor.assistant;
  const [notice, styles, languages, wishes, objections, duties] = await Promise.all([
    ctx.db.matchingNotice.findUnique({ where: { assistantId } }),
    listStyles(ctx, assistantId),
    ctx.db.assistantLanguage.findMany({
      where: { assistantId },
      select: { language: true, level: true },
      orderBy: { language: "asc" },
    }),
    ctx.db.pairingWish.findMany({ where: { authorId: ctx.actor.userId }, take: MOST }),
    readObjections(ctx, { assistantId }),
    listOwnSkills(ctx),
  ]);
  const wishOf = new Map(wishes.map((one) => [one.executiveId, one.wish]));
  const { fits, ratings, years } = await readOwnFits(ctx, wishOf);
  return {
    toldAt: notice?.toldAt.toISOString() ?? null,
    acknowledgedAt: notice?.acknowledgedAt?.toISOString() ?? null,
    executives: fits.map((one) => ({ ...one, wish: wishOf.get(one.executiveId) ?? null })),
    ...{ duties, styles, languages, years, objections },
    ratings: { count: ratings.length, mean: shownMean(ratings) },
  };
}

async function readOwnFits(ctx: Ctx<Assistant>, wishOf: ReadonlyMap<string, string>) {
  const { id: assistantId, poolId } = ctx.actor.assistant;
  const on = await getOwnDay(ctx);
  const own = await ctx.db.supportAssignment.findMany({
    where: {
      assistantId,
      role: { not: "backup" },
      fromOn: { lte: dayToDate(on) },
      OR: [{ toOn: null }, { toOn: { gte: dayToDate(on) } }],
    },
    select: { executiveId: true },
  });
  const scope = { assistantIds: [assistantId], executiveIds: own.map(({ executiveId }) => executiveId) };
  const pool = await readMatchedPool(ctx.db, poolId, on, scope);
  const weights = await readFitWeights(ctx.db, poolId);
  const [me] = pool.assistants;
  const fits = pool.executives.flatMap((executive) => {
    if (!me) return [];
    const facts = placementFacts(me, executive, pool.pairOf(me.id, executive.id), on);
    const wish = wishOf.get(executive.id);
    // What the executive said of the assistant is never read from a figure of theirs.
    const mine = placementFit({ ...facts, wishes: wish ? [wish === "gladly" ? 1 : 0] : [] }, weights);
    const { total, known, parts, strongest, weakest } = mine;
    return [
      {
        ...{ executiveId: executive.id, name: executive.name, total, known, parts: { ...parts } },
        ...{ strongest: [...strongest], weakest },
      },
    ];
  });
  return { fits, ratings: me?.ratings ?? [], years: me?.years ?? null };
}

/** Those who support the executive who asks today, in the order of names, with what the executive says of working with them. */
export async function listWishedAssistants(ctx: Ctx<Executive>): Promise<WishedAssistant[]> {
  const { db, actor } = ctx;
  const on = dayToDate(await getOwnDay(ctx));
  const executiveId = actor.executive.id;
  const rows = await db.assistant.findMany({
    where: {
      supportAssignments: {
        some: { executiveId, fromOn: { lte: on }, OR: [{ toOn: null }, { toOn: { gte: on } }] },
      },
    },
    select: {
      id: true,
      user: { select: { name: true } },
      pairingWishes: { where: { authorId: actor.userId, executiveId }, select: { wish: true } },
    },
    orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
    take: MOST,
  });
  return rows.map(({ id, user, pairingWishes: [said] }) => ({
    ...{ assistantId: id, name: user.name, wish: said?.wish ?? null },
  }));
}

async function listStyles({ db }: Ctx, assistantId: string): Promise<OwnMatchingView["styles"]> {
  const rows = await db.workStyle.findMany({
    select: {
      id: true,
      nameEn: true,
      nameSv: true,
      ratings: { where: { assistantId }, select: { selfRating: true, managerRating: true } },
    },
    orderBy: { sortOrder: "asc" },
  });
  return rows.map(({ id, ratings: [rating], ...names }) => ({
    ...{ styleId: id, ...names },
    ...{ selfRating: rating?.selfRating ?? null, managerRating: rating?.managerRating ?? null },
  }));
}

async function readObjections(
  { db }: Ctx,
  where: Prisma.FigureObjectionWhereInput,
): Promise<ObjectionView[]> {
  const rows = await db.figureObjection.findMany({
    where,
    include: { answeredBy: { select: { name: true } } },
    orderBy: [{ objectedAt: "desc" }, { id: "desc" }],
    take: MOST,
  });
  return rows.map(({ answeredById: _, answeredBy, objectedAt, answeredAt, answer, ...row }) => ({
    ...row,
    objectedAt: objectedAt.toISOString(),
    answer: answeredAt && answer,
    answeredBy: answeredBy?.name ?? null,
    answeredAt: answeredAt?.toISOString() ?? null,
  }));
}

/** How an assistant stands to matching, for whoever leads their pool: told, read, rated, objected to. */
export async function getMatchingStanding(
  ctx: Ctx<Manager>,
  assistantId: string,
): Promise<Pick<OwnMatchingView, "toldAt" | "acknowledgedAt" | "styles" | "objections">> {
  const assistant = await ctx.db.assistant.findUnique({
    where: { id: assistantId },
    select: { poolId: true, matchingNotice: true },
  });
  if (!assistant || !canManagePool(ctx.actor, assistant.poolId)) throw new NotFoundError("assistant");
  const { matchingNotice: notice } = assistant;
  return {
    toldAt: notice?.toldAt.toISOString() ?? null,
    acknowledgedAt: notice?.acknowledgedAt?.toISOString() ?? null,
    styles: await listStyles(ctx, assistantId),
    objections: await readObjections(ctx, { assistantId }),
  };
}
