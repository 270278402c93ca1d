import "server-only";
import { z } from "zod";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { listOwnOffers, requireOfferVersion } from "@/lib/coverage/offers/queries";
import { AnswerOfferInput, OfferInput } from "@/lib/coverage/offers/schema";
import { acceptOffer, confirmOffer, declineOffer } from "@/lib/coverage/offers/service";
import { DayPartInput } from "@/lib/time/inputs";
import { assistantApi, managerApi } from "./base";
import { pageView } from "./page";
import { requireValue } from "./refusals";
import { atVersion } from "./version";

function atOfferVersion<I extends { id: string; version?: number | undefined }>(ctx: Ctx<Person>, input: I) {
  return atVersion(input, () => requireOfferVersion(ctx, input.id));
}

const OfferView = z.object({
  id: z.uuid(),
  version: z.number().int(),
  executiveId: z.uuid(),
  executive: z.string(),
  title: z.string(),
  from: z.iso.date(),
  fromPart: DayPartInput,
  to: z.iso.date(),
  toPart: DayPartInput,
  until: z.string().meta({ format: "date-time", description: "Until when it can be answered." }),
  why: z.array(z.enum(["backup", "covered_before", "skilled", "same_site"])),
  minutesADay: z.number().int(),
});

const Answered = z.strictObject({ id: z.uuid(), status: z.string() });

/** Offers of cover: asked, accepted or declined in time, confirmed by a manager at any time. */
export const offersApi = {
  list: assistantApi
    .route({
      method: "GET",
      path: "/me/offers",
      summary: "List my offers",
      description: "Offers you have not answered, the most urgent first.",
    })
    .input(z.strictObject({}))
    .output(pageView(OfferView))
    .handler(async ({ context: { ctx } }) => ({ items: await listOwnOffers(ctx), nextCursor: null })),

  accept: assistantApi
    .meta({ access: "assistant", example: { note: "Gladly." } })
    .route({
      method: "POST",
      path: "/coverage/offers/{id}/accept",
      summary: "Accept an offer",
      description: "You cover then. Refused when the time to answer is over or the offer is closed.",
    })
    .input(AnswerOfferInput.partial({ version: true }))
    .output(Answered)
    .handler(async ({ context: { ctx }, input }) =>
      requireValue(await acceptOffer(ctx, await atOfferVersion(ctx, input))),
    ),

  decline: assistantApi
    .meta({ access: "assistant", example: { note: "I have a course that day." } })
    .route({
      method: "POST",
      path: "/coverage/offers/{id}/decline",
      summary: "Decline an offer",
      description: "The half-day is a gap again, the managers are notified, and you get no new offer for it.",
    })
    .input(AnswerOfferInput.partial({ version: true }))
    .output(Answered)
    .handler(async ({ context: { ctx }, input }) =>
      requireValue(await declineOffer(ctx, await atOfferVersion(ctx, input))),
    ),

  confirm: managerApi
    .route({
      method: "POST",
      path: "/coverage/offers/{id}/confirm",
      summary: "Confirm an offered cover",
      description: "Confirms a cover that is offered or accepted, without waiting any longer.",
    })
    .input(OfferInput.partial({ version: true }))
    .output(Answered)
    .handler(async ({ context: { ctx }, input }) =>
      requireValue(await confirmOffer(ctx, await atOfferVersion(ctx, input))),
    ),
};
