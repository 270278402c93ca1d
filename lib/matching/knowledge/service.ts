import "server-only";
import type { Assistant, Manager, Person } from "@/lib/actor";
import { writeStyleRatings } from "@/lib/assistants/service-styles";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { isRefusedBy, NotFoundError } from "@/lib/errors";
import { matchingAudit } from "@/lib/matching/audit";
import { matchingNotice } from "@/lib/matching/notices";
import { notify } from "@/lib/notices/service-notify";
import { canManagePool } from "@/lib/pools/policy";
import { managersOf } from "@/lib/pools/queries-managers";
import { ok, type Result, refuse } from "@/lib/result";
import type {
  AcknowledgeInput,
  AnswerObjectionInput,
  ObjectInput,
  RateOwnStylesInput,
  RateStylesInput,
  SetExperienceInput,
  SetWishInput,
  TellAssistantInput,
} from "./schema";

/** Asks an assistant to read how matching works and to rate their ways of working; asked again it tells them again. */
export async function tellAssistant(
  ctx: Ctx<Manager>,
  { assistantId }: TellAssistantInput,
): Promise<Result<{ assistantId: string }>> {
  const { userId } = await requireOwnAssistant(ctx, assistantId);
  return inTransaction(ctx, async (tx) => {
    await tx.db.matchingNotice.upsert({
      where: { assistantId },
      create: { assistantId, toldAt: tx.now },
      update: {},
      select: { assistantId: true },
    });
    await notify(tx, matchingNotice("matching_explained", [userId], { name: tx.actor.name }));
    await audit(tx, matchingAudit("matching.told", assistantId, { assistantId }));
    return ok({ assistantId });
  });
}

/** An assistant says that they have read how matching works; from then on their ratings count. */
export async function acknowledgeMatching(
  ctx: Ctx<Assistant>,
  _: AcknowledgeInput,
): Promise<Result<{ assistantId: string }>> {
  const assistantId = ctx.actor.assistant.id;
  return inTransaction(ctx, async (tx) => {
    const read = { acknowledgedAt: tx.now };
    await tx.db.matchingNotice.upsert({
      where: { assistantId },
      create: { assistantId, toldAt: tx.now, ...read },
      update: read,
      select: { assistantId: true },
    });
    await audit(tx, matchingAudit("matching.read", assistantId, { assistantId }));
    return ok({ assistantId });
  });
}

/** An assistant rates their own ways of working. */
export async function rateOwnStyles(
  ctx: Ctx<Assistant>,
  { ratings }: RateOwnStylesInput,
): Promise<Result<{ assistantId: string }, "unknown_style">> {
  return rate(ctx, ctx.actor.assistant.id, "selfRating", ratings);
}

/** An assistant says how many years they have worked as one; null counts from their hiring again. */
export function setOwnExperience(
  ctx: Ctx<Assistant>,
  { years }: SetExperienceInput,
): Promise<Result<{ assistantId: string }>> {
  const assistantId = ctx.actor.assistant.id;
  return inTransaction(ctx, async (tx) => {
    if (years === null) await tx.db.heldExperience.deleteMany({ where: { assistantId } });
    else
      await tx.db.heldExperience.upsert({
        where: { assistantId },
        create: { assistantId, years },
        update: { years },
        select: { years: true },
      });
    await audit(tx, matchingAudit("matching.rated", assistantId, { assistantId }));
    return ok({ assistantId });
  });
}

/** A manager rates an assistant's ways of working; alone it never counts, and the assistant reads it. */
export async function rateStyles(
  ctx: Ctx<Manager>,
  { assistantId, ratings }: RateStylesInput,
): Promise<Result<{ assistantId: string }, "unknown_style">> {
  await requireOwnAssistant(ctx, assistantId);
  return rate(ctx, assistantId, "managerRating", ratings);
}

async function rate(
  ctx: Ctx<Person>,
  assistantId: string,
  by: "selfRating" | "managerRating",
  ratings: RateOwnStylesInput["ratings"],
): Promise<Result<{ assistantId: string }, "unknown_style">> {
  const asked = Object.entries(ratings).map(([styleId, rating]) => ({ styleId, rating }));
  const known = await ctx.db.workStyle.count({ where: { id: { in: asked.map(({ styleId }) => styleId) } } });
  if (known < asked.length) return refuse("unknown_style", { path: "ratings" });
  return inTransaction(ctx, async (tx) => {
    await writeStyleRatings(tx, assistantId, by, asked);
    await audit(tx, matchingAudit("matching.rated", assistantId, { assistantId }));
    return ok({ assistantId });
  });
}

/** An assistant objects to a figure: it counts for nothing until a manager has answered in words. */
export async function objectToFigure(
  ctx: Ctx<Assistant>,
  { figure, words }: ObjectInput,
): Promise<Result<{ id: string }, "objected_already">> {
  const { id: assistantId, poolId } = ctx.actor.assistant;
  try {
    return await inTransaction(ctx, async (tx) => {
      const { id } = await tx.db.figureObjection.create({
        data: { assistantId, figure, words, objectedAt: tx.now },
        select: { id: true },
      });
      const params = { assistantId, name: tx.actor.name };
      await notify(tx, matchingNotice("figure_objected", await managersOf(tx, poolId), params));
      await audit(tx, matchingAudit("matching.objected", id, { assistantId }));
      return ok({ id });
    });
  } catch (error) {
    if (isRefusedBy(error, "figure_objections_one_open"))
      return refuse("objected_already", { path: "figure" });
    throw error;
  }
}

/** A manager answers an objection in words; the figure counts again. */
export async function answerObjection(
  ctx: Ctx<Manager>,
  { id, answer }: AnswerObjectionInput,
): Promise<Result<{ id: string }, "answered_already">> {
  const objection = await ctx.db.figureObjection.findUnique({
    where: { id },
    select: { assistantId: true, assistant: { select: { poolId: true, userId: true } } },
  });
  if (!objection || !canManagePool(ctx.actor, objection.assistant.poolId))
    throw new NotFoundError("objection");
  const { assistantId, assistant } = objection;
  return inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.figureObjection.updateMany({
      where: { id, answeredAt: null },
      data: { answer, answeredById: tx.actor.userId, answeredAt: tx.now },
    });
    if (count === 0) return refuse("answered_already");
    await notify(tx, matchingNotice("objection_answered", [assistant.userId], { name: tx.actor.name }));
    await audit(tx, matchingAudit("matching.answered", id, { assistantId }));
    return ok({ id });
  });
}

/** An assistant says of an executive, or an executive of an assistant of their pool, whether they would gladly work together. */
export async function setWish(
  ctx: Ctx<Person>,
  { withId, wish }: SetWishInput,
): Promise<Result<{ withId: string }>> {
  const pair = await requireWishedPair(ctx, withId);
  const key = { authorId: ctx.actor.userId, ...pair };
  return inTransaction(ctx, async (tx) => {
    if (wish === null) await tx.db.pairingWish.deleteMany({ where: key });
    else
      await tx.db.pairingWish.upsert({
        where: { authorId_assistantId_executiveId: key },
        create: { ...key, wish, saidAt: tx.now },
        update: { wish, saidAt: tx.now },
        select: { id: true },
      });
    await audit(tx, matchingAudit("matching.wished", pair.executiveId, pair));
    return ok({ withId });
  });
}

async function requireWishedPair({ db, actor }: Ctx<Person>, withId: string) {
  if (actor.assistant) {
    const where = { id: withId, poolId: actor.assistant.poolId };
    if ((await db.executive.count({ where })) > 0)
      return { assistantId: actor.assistant.id, executiveId: withId };
  }
  if (actor.executive) {
    const where = { id: withId, poolId: actor.executive.poolId };
    if ((await db.assistant.count({ where })) > 0)
      return { assistantId: withId, executiveId: actor.executive.id };
  }
  throw new NotFoundError("person");
}

async function requireOwnAssistant(ctx: Ctx<Manager>, assistantId: string): Promise<{ userId: string }> {
  const assistant = await ctx.db.assistant.findUnique({
    where: { id: assistantId },
    select: { poolId: true, userId: true },
  });
  if (!assistant || !canManagePool(ctx.actor, assistant.poolId)) throw new NotFoundError("assistant");
  return assistant;
}
