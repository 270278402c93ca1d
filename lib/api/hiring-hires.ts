import "server-only";
import type { z } from "zod";
import { NotFoundError } from "@/lib/errors";
import { getHire } from "@/lib/hiring/hires/queries";
import { DidNotStartInput, HiredView, HireInput } from "@/lib/hiring/hires/schema";
import { didNotStart, hireCandidate } from "@/lib/hiring/hires/service";
import { listJobOffers, requireJobOffer } from "@/lib/hiring/offers/queries";
import { JobOfferVersionInput, JobOfferView, MakeOfferInput } from "@/lib/hiring/offers/schema";
import { makeJobOffer, takeOfferBack } from "@/lib/hiring/offers/service";
import { managerApi } from "./base";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";
import { atVersion } from "./version";

const OfferBody = MakeOfferInput.omit({ applicationId: true }).extend(IdInput.shape);
const HireBody = HireInput.omit({ applicationId: true }).extend(IdInput.shape);
const NoBody = DidNotStartInput.omit({ applicationId: true }).extend(IdInput.shape);

/** Offers to candidates, and what an accepted one leads to. */
export const jobOffersApi = {
  list: managerApi
    .route({
      method: "GET",
      path: "/hiring/applications/{id}/offers",
      summary: "List offers",
      description: "The offers to a candidate with their terms, the last first, always one page.",
    })
    .input(IdInput)
    .output(pageView(JobOfferView))
    .handler(async ({ context: { ctx }, input }) => ({
      items: await listJobOffers(ctx, input.id),
      nextCursor: null,
    })),

  make: managerApi
    .meta({
      access: "manager",
      example: {
        ...{ startsOn: "2026-10-01", ftePercent: 100, place: "London City", pay: 41000, currency: "GBP" },
        ...{ payUnit: "year", validUntil: "2026-08-28" },
      },
    })
    .route({
      method: "POST",
      path: "/hiring/applications/{id}/offers",
      successStatus: 201,
      summary: "Make an offer",
      description: "Sends a candidate terms that they accept or decline by their link, until a day.",
    })
    .input(OfferBody)
    .output(JobOfferView)
    .handler(async ({ context: { ctx }, input: { id: applicationId, ...terms } }) => {
      const { id } = requireValue(await makeJobOffer(ctx, { applicationId, ...terms }));
      return requireJobOffer(ctx, id);
    }),

  takeBack: managerApi
    .meta({ access: "manager", example: { version: 1 } })
    .route({
      method: "POST",
      path: "/hiring/offers/{id}/take-back",
      summary: "Withdraw an offer",
      description: "Before the candidate is hired by it; they get a message.",
    })
    .input(JobOfferVersionInput.partial({ version: true }))
    .output(JobOfferView)
    .handler(async ({ context: { ctx }, input }) => {
      const read = await atVersion(input, () => requireJobOffer(ctx, input.id));
      const { id } = requireValue(await takeOfferBack(ctx, read));
      return requireJobOffer(ctx, id);
    }),

  hire: managerApi
    .meta({
      access: "manager",
      example: { name: "Camille Fournier", email: "camille.fournier@norrvik.example" },
    })
    .route({
      method: "POST",
      path: "/hiring/applications/{id}/hire",
      summary: "Hire a candidate",
      description:
        "Makes account, assistant, support, introduction plan and mentor at once, and once however often it is sent.",
    })
    .input(HireBody)
    .output(HiredView)
    .handler(async ({ context: { ctx }, input: { id: applicationId, ...made } }) => {
      const hired = requireValue(await hireCandidate(ctx, { applicationId, ...made }));
      return requireHire(await getHire(ctx, hired.applicationId));
    }),

  didNotStart: managerApi
    .meta({ access: "manager", example: {} })
    .route({
      method: "POST",
      path: "/hiring/applications/{id}/did-not-start",
      summary: "Undo a hire",
      description:
        "For a person who did not start: support is as before, and the requisition is open for another candidate.",
    })
    .input(NoBody)
    .output(HiredView)
    .handler(async ({ context: { ctx }, input: { id: applicationId } }) => {
      requireValue(await didNotStart(ctx, { applicationId }));
      return requireHire(await getHire(ctx, applicationId));
    }),
};

function requireHire(hire: z.infer<typeof HiredView> | null): z.infer<typeof HiredView> {
  if (!hire) throw new NotFoundError("hire");
  return hire;
}
