import "server-only";
import { rangeOf } from "@/lib/absences/requests/queries";
import type { Assistant, Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction, type SystemCtx } from "@/lib/context";
import { lockBoard } from "@/lib/covers/service";
import { NotFoundError } from "@/lib/errors";
import { notify } from "@/lib/notices/service-notify";
import { canManagePool } from "@/lib/pools/policy";
import { managersOf } from "@/lib/pools/queries-managers";
import { ok, type Result, refuse } from "@/lib/result";
import type { Prisma } from "@/prisma/generated/client/client";
import type { AnswerOfferInput, OfferIdInput } from "./schema";

type OfferRefusal = "offer_expired" | "offer_closed";
type Answered = { id: string; status: "accepted" | "confirmed" | "declined" };

const OFFER = {
  id: true,
  executiveId: true,
  assistantId: true,
  absenceId: true,
  startOn: true,
  startPart: true,
  endOn: true,
  endPart: true,
  status: true,
  offerExpiresAt: true,
  assistant: { select: { userId: true, user: { select: { name: true } } } },
  executive: {
    select: {
      userId: true,
      poolId: true,
      user: { select: { name: true } },
      pool: { select: { confirmsAccepted: true } },
    },
  },
} satisfies Prisma.CoverageAssignmentSelect;

type Offer = Prisma.CoverageAssignmentGetPayload<{ select: typeof OFFER }>;

/** Accepts an offer of cover in time; it is confirmed by that unless the pool's manager confirms by hand. */
export function acceptOffer(
  ctx: Ctx<Assistant>,
  { id, note }: AnswerOfferInput,
): Promise<Result<Answered, OfferRefusal>> {
  return answering(ctx, id, async (tx, offer) => {
    const { confirmsAccepted } = offer.executive.pool;
    const status = confirmsAccepted ? ("confirmed" as const) : ("accepted" as const);
    if (!(await settle(tx, offer, ["offered"], { status, answerNote: note }))) return null;
    await record(tx, offer, "cover.accepted");
    if (confirmsAccepted) await confirmed(tx, offer);
    await tellManagers(tx, offer, "accepted", note);
    return { id, status };
  });
}

/** Declines an offer of cover: the gap is open again and whoever declined is not asked for it a second time. */
export function declineOffer(
  ctx: Ctx<Assistant>,
  { id, note }: AnswerOfferInput,
): Promise<Result<Answered, OfferRefusal>> {
  return answering(ctx, id, async (tx, offer) => {
    if (!(await settle(tx, offer, ["offered"], { status: "declined", answerNote: note }))) return null;
    await record(tx, offer, "cover.declined");
    await reopened(tx, offer, "declined", note);
    return { id, status: "declined" };
  });
}

/** Confirms a cover that is offered or accepted, whatever was answered so far; the cover and the executive are told. */
export async function confirmOffer(
  ctx: Ctx<Manager>,
  { id }: OfferIdInput,
): Promise<Result<{ id: string; status: "confirmed" }, "offer_closed">> {
  return inTransaction(ctx, async (tx) => {
    const found = await findOffer(tx, id);
    if (!found || !canManagePool(ctx.actor, found.executive.poolId)) throw new NotFoundError("cover");
    const offer = await lockOffer(tx, found);
    if (!(await settle(tx, offer, ["offered", "accepted"], { status: "confirmed" })))
      return refuse("offer_closed", { details: { status: offer.status } });
    await confirmed(tx, offer);
    await notify(tx, [offer.assistant.userId], {
      kind: "cover_assigned",
      params: { executive: offer.executive.user.name, range: rangeOf(offer) },
    });
    return ok({ id, status: "confirmed" });
  });
}

const MOST_AT_ONCE = 200;

/** Ends the offers whose time is up: their gaps are open again and the managers are told. Running it twice changes nothing. */
export async function expireOffers(ctx: SystemCtx): Promise<{ expired: number }> {
  const due = await ctx.db.coverageAssignment.findMany({
    where: { status: "offered", offerExpiresAt: { lte: ctx.now } },
    select: { id: true },
    orderBy: { offerExpiresAt: "asc" },
    take: MOST_AT_ONCE,
  });
  let expired = 0;
  for (const { id } of due) {
    expired += await inTransaction(ctx, async (tx) => {
      const offer = await findOffer(tx, id);
      const isDue = offer?.offerExpiresAt && offer.offerExpiresAt <= tx.now;
      if (!offer || !isDue || !(await settle(tx, offer, ["offered"], { status: "expired" }))) return 0;
      await record(tx, offer, "cover.expired");
      await reopened(tx, offer, "expired", "");
      return 1;
    });
  }
  return { expired };
}

type AnyCtx = Ctx | SystemCtx;

async function answering(
  ctx: Ctx<Assistant>,
  id: string,
  answer: (tx: Ctx<Assistant>, offer: Offer) => Promise<Answered | null>,
): Promise<Result<Answered, OfferRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const found = await findOffer(tx, id);
    if (!found || found.assistantId !== ctx.actor.assistant.id || !found.offerExpiresAt)
      throw new NotFoundError("offer");
    const offer = await lockOffer(tx, found);
    if (offer.status === "expired") return refuse("offer_expired");
    if (offer.status !== "offered") return refuse("offer_closed", { details: { status: offer.status } });
    if (found.offerExpiresAt <= tx.now) return refuse("offer_expired");
    const answered = await answer(tx, offer);
    return answered ? ok(answered) : refuse("offer_closed", { details: { status: offer.status } });
  });
}

function findOffer(tx: AnyCtx, id: string): Promise<Offer | null> {
  return tx.db.coverageAssignment.findUnique({ where: { id }, select: OFFER });
}

async function lockOffer(tx: Ctx, { id, executiveId, assistantId }: Offer): Promise<Offer> {
  await lockBoard(tx, [executiveId], [assistantId]);
  return tx.db.coverageAssignment.findUniqueOrThrow({ where: { id }, select: OFFER });
}

type Settled = { status: "accepted" | "confirmed" | "declined" | "expired"; answerNote?: string };

/** Moves an offer on if it still stands as expected; false when somebody was quicker. */
async function settle(
  tx: AnyCtx,
  { id }: Offer,
  from: ("offered" | "accepted")[],
  data: Settled,
): Promise<boolean> {
  const { count } = await tx.db.coverageAssignment.updateMany({
    where: { id, status: { in: from } },
    data: { ...data, answeredAt: tx.now, version: { increment: 1 } },
  });
  return count > 0;
}

async function confirmed(tx: AnyCtx, offer: Offer): Promise<void> {
  await record(tx, offer, "cover.confirmed");
  const params = { range: rangeOf(offer), assistant: offer.assistant.user.name };
  await notify(tx, [offer.executive.userId], { kind: "support_changed", params });
}

async function reopened(
  tx: AnyCtx,
  offer: Offer,
  answer: "declined" | "expired",
  note: string,
): Promise<void> {
  const params = { range: rangeOf(offer), assistant: null };
  await notify(tx, [offer.executive.userId], { kind: "support_changed", params });
  if (answer === "expired")
    await notify(tx, [offer.assistant.userId], {
      kind: "offer_withdrawn",
      params: { executive: offer.executive.user.name, range: rangeOf(offer) },
    });
  await tellManagers(tx, offer, answer, note);
}

async function tellManagers(
  tx: AnyCtx,
  offer: Offer,
  answer: "accepted" | "declined" | "expired",
  note: string,
): Promise<void> {
  const { absenceId, assistant, executive } = offer;
  await notify(tx, await managersOf(tx, executive.poolId), {
    kind: "offer_answered",
    params: {
      name: assistant.user.name,
      executive: executive.user.name,
      range: rangeOf(offer),
      answer,
      note,
      absenceId,
    },
  });
}

async function record(tx: AnyCtx, { id, executiveId, assistantId, ...row }: Offer, action: string) {
  await audit(tx, {
    action,
    entityType: "coverage_assignment",
    entityId: id,
    data: { executiveId, assistantId, ...rangeOf(row) },
  });
}
