import "server-only";
import { z } from "zod";
import { listRestrictions } from "@/lib/matching/queries";
import {
  ListRestrictionsInput,
  RestrictionIdInput,
  RestrictionView,
  RestrictPairingInput,
} from "@/lib/matching/schema";
import { liftRestriction, restrictPairing } from "@/lib/matching/service";
import { managerApi } from "./base";
import { pageView } from "./page";
import { requireValue } from "./refusals";

export const pairingRestrictionsApi = {
  list: managerApi
    .route({
      method: "GET",
      path: "/pairing-restrictions",
      summary: "List pairing restrictions",
      description:
        "Assistants who may not work for an executive of your pools (hard), or only if no other assistant can (soft).",
    })
    .input(ListRestrictionsInput)
    .output(pageView(RestrictionView))
    .handler(({ context: { ctx }, input }) => listRestrictions(ctx, input)),

  create: managerApi
    .meta({
      access: "manager",
      example: {
        executiveId: "019ab3a0-0000-7000-8000-000000000002",
        assistantId: "019ab3a0-0000-7000-8000-000000000003",
        kind: "hard",
        reviewOn: "2026-11-17",
      },
    })
    .route({
      method: "POST",
      path: "/pairing-restrictions",
      successStatus: 201,
      summary: "Restrict a pairing",
      description:
        "Keeps an assistant from working for an executive from now on; a hard restriction releases covers of the pair, and support is ended before it.",
    })
    .input(RestrictPairingInput)
    .output(z.object({ id: z.uuid(), releasedCoverIds: z.array(z.uuid()) }))
    .handler(async ({ context: { ctx }, input }) => requireValue(await restrictPairing(ctx, input))),

  remove: managerApi
    .route({
      method: "DELETE",
      path: "/pairing-restrictions/{id}",
      summary: "Lift a pairing restriction",
      description: "Lets the assistant work for the executive again.",
    })
    .input(RestrictionIdInput)
    .output(z.object({ id: z.uuid() }))
    .handler(async ({ context: { ctx }, input }) => requireValue(await liftRestriction(ctx, input))),
};
