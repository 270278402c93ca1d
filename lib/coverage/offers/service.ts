import "server-only";
import type { Assistant, Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction, type SystemCtx } from "@/lib/context";
import { coverAudit } from "@/lib/covers/audit";
import { coverNotice } from "@/lib/covers/notices";
import { COVER_MOVES } from "@/lib/covers/rules-moves";
import { lockBoard } from "@/lib/covers/service";
import { moveCovers } from "@/lib/covers/service-moves";
import { NotFoundError } from "@/lib/errors";
import { refuseChanged } from "@/lib/moves/service-changes";
import { notify } from "@/lib/notices/service-notify";
import { canManagePool } from "@/lib/pools/policy";
import { managersOf } from "@/lib/pools/queries-managers";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { rangeOfColumns } from "@/lib/time/stretch-columns";
import type { Prisma } from "@/prisma/generated/client/client";
import type { AnswerOfferInput, OfferInput } from "./schema";

type OfferRefusal = "offer_expired" | "offer_closed" | "changed_since_read";
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
  version: true,
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
  { note, ...read }: AnswerOfferInput,
): Promise<Result<Answered, OfferRefusal>> {
  return answering(ctx, read, async (tx, offer) => {
    if (!(await updateOffer(tx, offer, "accept", note))) return null;
    await auditOffer(tx, offer, "cover.accepted");
    const { confirmsAccepted } = offer.executive.pool;
    if (confirmsAccepted) {
      await updateOffer(tx, offer, "confirm");
      await afterConfirm(tx, offer);
    }
    await notifyManagers(tx, offer, "accepted", note);
    return { id: offer.id, status: confirmsAccepted ? "confirmed" : "accepted" };
  });
}

/** Declines an offer of cover: the gap is open again and whoever declined is not asked for it a second time. */
export function declineOffer(
  ctx: Ctx<Assistant>,
  { note, ...read }: AnswerOfferInput,
): Promise<Result<Answered, OfferRefusal>> {
  return answering(ctx, read, async (tx, offer) => {
    if (!(await updateOffer(tx, offer, "decline", note))) return null;
    await auditOffer(tx, offer, "cover.declined");
    await afterReopen(tx, offer, "declined", note);
    return { id: offer.id, status: "declined" };
  });
}

const CONFIRMABLE: readonly string[] = COVER_MOVES.moves.confirm.from;

/** Confirms a cover that is offered or accepted, whatever was answered so far; the cover and the executive are told. */
export async function confirmOffer(
  ctx: Ctx<Manager>,
  { id, version }: OfferInput,
): Promise<Result<{ id: string; status: "confirmed" }, "offer_closed" | "changed_since_read">> {
  return inTransaction(ctx, async (tx) => {
    const found = await findOffer(tx, id);
    if (!found || !canManagePool(ctx.actor, found.executive.poolId)) throw new NotFoundError("cover");
    const offer = await lockOffer(tx, found);
    if (!CONFIRMABLE.includes(offer.status))
      return refuse("offer_closed", { details: { status: offer.status } });
    if (offer.version !== version) return changed(tx, offer, version);
    if (!(await updateOffer(tx, offer, "confirm")))
      return refuse("offer_closed", { details: { status: offer.status } });
    await afterConfirm(tx, offer);
    await notify(
      tx,
      coverNotice("cover_assigned", [offer.assistant.userId], {
        executive: offer.executive.user.name,
        range: rangeOfColumns(offer),
      }),
    );
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
      if (!offer || !isDue || !(await updateOffer(tx, offer, "expire"))) return 0;
      await auditOffer(tx, offer, "cover.expired");
      await afterReopen(tx, offer, "expired", "");
      return 1;
    });
  }
  return { expired };
}

type AnyCtx = Ctx | SystemCtx;

async function answering(
  ctx: Ctx<Assistant>,
  { id, version }: OfferInput,
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
    if (offer.version !== version) return changed(tx, offer, version);
    const answered = await answer(tx, offer);
    return answered ? ok(answered) : refuse("offer_closed", { details: { status: offer.status } });
  });
}

function changed(
  tx: Ctx,
  { id, status, version }: Offer,
  read: number,
): Promise<Refusal<"changed_since_read">> {
  const record = { entityType: "coverage_assignment", id };
  return refuseChanged(tx, record, { version: read }, { status, version });
}

function findOffer(tx: AnyCtx, id: string): Promise<Offer | null> {
  return tx.db.coverageAssignment.findUnique({ where: { id }, select: OFFER });
}

async function lockOffer(tx: Ctx, { id, executiveId, assistantId }: Offer): Promise<Offer> {
  await lockBoard(tx, [executiveId], [assistantId]);
  return tx.db.coverageAssignment.findUniqueOrThrow({ where: { id }, select: OFFER });
}

/** Moves an offer on as it was answered; false when somebody was quicker. */
async function updateOffer(
  tx: AnyCtx,
  { id }: Offer,
  move: "accept" | "confirm" | "decline" | "expire",
  answerNote?: string,
): Promise<boolean> {
  const answer = { answeredAt: tx.now, ...(answerNote !== undefined && { answerNote }) };
  const moved = await moveCovers(tx, move, { id, offerExpiresAt: { not: null } }, answer);
  return moved.length > 0;
}

async function afterConfirm(tx: AnyCtx, offer: Offer): Promise<void> {
  await auditOffer(tx, offer, "cover.confirmed");
  const params = { range: rangeOfColumns(offer), assistant: offer.assistant.user.name };
  await notify(tx, coverNotice("support_changed", [offer.executive.userId], params));
}

async function afterReopen(
  tx: AnyCtx,
  offer: Offer,
  answer: "declined" | "expired",
  note: string,
): Promise<void> {
  const params = { range: rangeOfColumns(offer), assistant: null };
  await notify(tx, coverNotice("support_changed", [offer.executive.userId], params));
  if (answer === "expired")
    await notify(
      tx,
      coverNotice("offer_withdrawn", [offer.assistant.userId], {
        executive: offer.executive.user.name,
        range: rangeOfColumns(offer),
      }),
    );
  await notifyManagers(tx, offer, answer, note);
}

async function notifyManagers(
  tx: AnyCtx,
  offer: Offer,
  answer: "accepted" | "declined" | "expired",
  note: string,
): Promise<void> {
  const { absenceId, assistant, executive } = offer;
  await notify(
    tx,
    coverNotice("offer_answered", await managersOf(tx, executive.poolId), {
      name: assistant.user.name,
      executive: executive.user.name,
      range: rangeOfColumns(offer),
      answer,
      note,
      absenceId,
    }),
  );
}

type OfferAction = "cover.accepted" | "cover.declined" | "cover.expired" | "cover.confirmed";

async function auditOffer(tx: AnyCtx, { id, executiveId, assistantId, ...row }: Offer, action: OfferAction) {
  await audit(tx, coverAudit(action, id, { executiveId, assistantId, ...rangeOfColumns(row) }));
}
