import "server-only";
import type { Answerer, Assistant, Executive } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { acceptOffer, declineOffer } from "@/lib/coverage/offers/service";
import { acknowledgeHandover } from "@/lib/handovers/service";
import { approveLetter } from "@/lib/letters/service-answers";
import { RateCoverInput } from "@/lib/matching/outcomes/schema";
import { rateCover } from "@/lib/matching/outcomes/service";
import type { RefusalReason } from "@/lib/refusals";
import { RateRequestInput } from "@/lib/requests/ratings/schema";
import { rateRequest } from "@/lib/requests/ratings/service";
import { type Result, refuse } from "@/lib/result";
import { acknowledgePublication } from "@/lib/schedules/publishing/service";
import { acceptShiftRequest, declineShiftRequest } from "@/lib/schedules/swaps/service-answers";
import { answerSeat } from "@/lib/training/enrolments/service-ending";
import { type ActNotice, isAssistant, isExecutive, readAnswerable } from "./queries";
import type { MailAct, MailAnswer } from "./schema";

type Verb<A extends Answerer> = (
  ctx: Ctx<A>,
  record: { id: string; version: number; rating?: number | undefined },
) => Promise<Result<unknown, RefusalReason>>;

/** A seat that is held for somebody is answered alike, whether they were invited or waited for it. */
const SEAT: Partial<Record<MailAct, Verb<Assistant>>> = {
  accept: (ctx, record) => answerSeat(ctx, { ...record, accept: true }),
  decline: (ctx, record) => answerSeat(ctx, { ...record, accept: false }),
};

/** The verb of each act of an assistant, by the kind of notice. */
const VERBS: Readonly<Record<string, Partial<Record<MailAct, Verb<Assistant>>>>> = {
  cover_offered: {
    accept: (ctx, record) => acceptOffer(ctx, { ...record, note: "" }),
    decline: (ctx, record) => declineOffer(ctx, { ...record, note: "" }),
  },
  shift_request_asked: {
    accept: (ctx, record) => acceptShiftRequest(ctx, record),
    decline: (ctx, record) => declineShiftRequest(ctx, record),
  },
  schedule_published: {
    acknowledge: (ctx, { id }) => acknowledgePublication(ctx, { publicationId: id }),
  },
  training_invited: SEAT,
  training_offered: SEAT,
  handover_ready: { acknowledge: (ctx, record) => acknowledgeHandover(ctx, record) },
};

/** The same of an executive. */
const EXECUTIVE_VERBS: Readonly<Record<string, Partial<Record<MailAct, Verb<Executive>>>>> = {
  letter_to_approve: { approve: (ctx, { id, version }) => approveLetter(ctx, { id, version }) },
  cover_ended: {
    rate: (ctx, { id, rating }) => rateCover(ctx, RateCoverInput.parse({ coverId: id, rating })),
  },
  request_moved_on: {
    rate: (ctx, { id, rating }) => rateRequest(ctx, RateRequestInput.parse({ id, value: rating })),
  },
};

/**
 * Does what a mail offered, as the person it went to and at the version it was sent at. Refuses whoever has a second factor, which a
 * link is none of, what is answered or changed meanwhile, and whatever the verb itself refuses.
 */
export async function answerFromMail(
  ctx: Ctx<Answerer>,
  notice: ActNotice,
  { act, version, rating }: MailAnswer,
): Promise<Result<unknown, RefusalReason>> {
  if (ctx.actor.hasFactor || ctx.actor.mustHaveFactor) return refuse("session_needed");
  const answerable = await readAnswerable(ctx, notice);
  if (!answerable) return refuse("not_found");
  if (!answerable.isOpen) return refuse("answered_already");
  const { actor } = ctx;
  const record = { id: answerable.id, version, rating };
  const verb = VERBS[notice.kind]?.[act];
  if (verb && isAssistant(actor)) return verb({ ...ctx, actor }, record);
  const executiveVerb = EXECUTIVE_VERBS[notice.kind]?.[act];
  if (executiveVerb && isExecutive(actor)) return executiveVerb({ ...ctx, actor }, record);
  return refuse("not_found");
}
