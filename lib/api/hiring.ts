import "server-only";
import { z } from "zod";
import { getAd, requireAd } from "@/lib/hiring/ads/queries";
import { AdVersionInput, AdView, SaveAdInput } from "@/lib/hiring/ads/schema";
import { closeAd, publishAd, saveAd } from "@/lib/hiring/ads/service";
import { listEvidence, listRequisitions, requireRequisition } from "@/lib/hiring/requisitions/queries";
import {
  ChangeRequisitionInput,
  CreateRequisitionInput,
  EvidenceView,
  MoveRequisitionInput,
  RequisitionView,
} from "@/lib/hiring/requisitions/schema";
import {
  changeRequisition,
  createRequisition,
  moveRequisition,
  workOutEvidence,
} from "@/lib/hiring/requisitions/service";
import { managerApi } from "./base";
import { patchInput, wholeOf } from "./changes";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";
import { atVersion } from "./version";

const ANY_ID = "019ab3a0-0000-7000-8000-000000000003";
const EXAMPLE_TEXT = {
  title: "Executive assistant, Sales",
  work: "You support two sales directors.",
  who: "The sales directors of two regions.",
  bring: "- French at C1",
  offer: "- A mentor for 12 weeks",
  how: "One interview of 30 minutes.",
};

/** People that pools ask to hire. */
export const requisitionsApi = {
  list: managerApi
    .route({
      method: "GET",
      path: "/hiring/requisitions",
      summary: "List requisitions",
      description: "What your pools hire for, those that wait for a decision first, always one page.",
    })
    .input(z.strictObject({}))
    .output(pageView(RequisitionView))
    .handler(async ({ context: { ctx } }) => ({ items: await listRequisitions(ctx), nextCursor: null })),

  create: managerApi
    .meta({
      access: "manager",
      example: { poolId: ANY_ID, title: "Executive assistant, Sales", executiveIds: [ANY_ID] },
    })
    .route({
      method: "POST",
      path: "/hiring/requisitions",
      successStatus: 201,
      summary: "Ask for people",
      description: "Asks for people as a draft; duties and languages come from the executives they are for.",
    })
    .input(CreateRequisitionInput)
    .output(RequisitionView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await createRequisition(ctx, input));
      return requireRequisition(ctx, id);
    }),

  get: managerApi
    .route({
      method: "GET",
      path: "/hiring/requisitions/{id}",
      summary: "Show a requisition",
      description: "What is asked for, by whom, and how it was decided.",
    })
    .input(IdInput)
    .output(RequisitionView)
    .handler(({ context: { ctx }, input }) => requireRequisition(ctx, input.id)),

  change: managerApi
    .meta({ access: "manager", example: { places: 2, version: 1 } })
    .route({
      method: "PATCH",
      path: "/hiring/requisitions/{id}",
      summary: "Change a requisition",
      description: "Changes the fields you send, while it is a draft or was rejected.",
    })
    .input(patchInput(ChangeRequisitionInput))
    .output(RequisitionView)
    .handler(async ({ context: { ctx }, input }) => {
      const current = await requireRequisition(ctx, input.id);
      requireValue(await changeRequisition(ctx, wholeOf(ChangeRequisitionInput, current, input)));
      return requireRequisition(ctx, input.id);
    }),

  move: managerApi
    .meta({ access: "manager", example: { move: "submit", version: 1 } })
    .route({
      method: "POST",
      path: "/hiring/requisitions/{id}/moves",
      summary: "Move a requisition",
      description:
        "Submits it, decides on it, holds or ends it. Another manager decides where the pool has one; a rejection and a cancellation need a reason.",
    })
    .input(MoveRequisitionInput.partial({ version: true }))
    .output(RequisitionView)
    .handler(async ({ context: { ctx }, input }) => {
      const read = await atVersion(input, () => requireRequisition(ctx, input.id));
      const { id } = requireValue(await moveRequisition(ctx, read));
      return requireRequisition(ctx, id);
    }),

  evidence: managerApi
    .route({
      method: "GET",
      path: "/hiring/requisitions/{id}/evidence",
      summary: "List evidence",
      description: "What was open by week each time it was worked out, the last first.",
    })
    .input(IdInput)
    .output(pageView(EvidenceView))
    .handler(async ({ context: { ctx }, input }) => {
      await requireRequisition(ctx, input.id);
      return { items: await listEvidence(ctx, input.id), nextCursor: null };
    }),

  workOut: managerApi
    .meta({ access: "manager", example: {} })
    .route({
      method: "POST",
      path: "/hiring/requisitions/{id}/evidence",
      successStatus: 201,
      summary: "Work out evidence",
      description:
        "Counts what was open in the last twelve weeks and will be in the next twelve, and keeps it.",
    })
    .input(IdInput)
    .output(pageView(EvidenceView))
    .handler(async ({ context: { ctx }, input }) => {
      requireValue(await workOutEvidence(ctx, input));
      return { items: await listEvidence(ctx, input.id), nextCursor: null };
    }),

  ad: managerApi
    .route({
      method: "GET",
      path: "/hiring/requisitions/{id}/ad",
      summary: "Show an ad",
      description: "The ad of a requisition in both languages; null where none is written.",
    })
    .input(IdInput)
    .output(z.strictObject({ ad: AdView.nullable() }))
    .handler(async ({ context: { ctx }, input }) => ({ ad: await getAd(ctx, input.id) })),

  saveAd: managerApi
    .meta({
      access: "manager",
      example: {
        ...{ version: 0, en: EXAMPLE_TEXT, employer: "Norrvik", place: "London", country: "GB" },
        ...{ closesOn: "2027-06-30", payFrom: 38_000, payTo: 44_000, currency: "GBP" },
      },
    })
    .route({
      method: "PUT",
      path: "/hiring/requisitions/{id}/ad",
      summary: "Save an ad",
      description: "Saves its words as a new version; what candidates read before stays on record.",
    })
    .input(SaveAdInput.omit({ requisitionId: true }).extend({ id: z.uuid() }))
    .output(AdView)
    .handler(async ({ context: { ctx }, input: { id, ...input } }) => {
      const { requisitionId } = requireValue(await saveAd(ctx, { ...input, requisitionId: id }));
      return requireAd(ctx, requisitionId);
    }),

  publishAd: managerApi
    .meta({ access: "manager", example: { version: 1 } })
    .route({
      method: "POST",
      path: "/hiring/requisitions/{id}/ad/publish",
      summary: "Publish an ad",
      description: "Shows it on the careers pages in each language that is complete.",
    })
    .input(AdVersionInput.omit({ requisitionId: true }).extend({ id: z.uuid() }).partial({ version: true }))
    .output(AdView)
    .handler(async ({ context: { ctx }, input }) => {
      const { version } = await atVersion(input, () => requireAd(ctx, input.id));
      const { requisitionId } = requireValue(await publishAd(ctx, { requisitionId: input.id, version }));
      return requireAd(ctx, requisitionId);
    }),

  closeAd: managerApi
    .meta({ access: "manager", example: { version: 1 } })
    .route({
      method: "POST",
      path: "/hiring/requisitions/{id}/ad/close",
      summary: "Close an ad",
      description: "Takes it off the careers pages at once; its address answers 410.",
    })
    .input(AdVersionInput.omit({ requisitionId: true }).extend({ id: z.uuid() }).partial({ version: true }))
    .output(AdView)
    .handler(async ({ context: { ctx }, input }) => {
      const { version } = await atVersion(input, () => requireAd(ctx, input.id));
      const { requisitionId } = requireValue(await closeAd(ctx, { requisitionId: input.id, version }));
      return requireAd(ctx, requisitionId);
    }),
};
