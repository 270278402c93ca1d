import "server-only";
import { z } from "zod";
import { listHeldMails } from "@/lib/requests/inbound/queries";
import {
  HeldMailInput,
  HeldMailView,
  ListHeldMailsInput,
  ReleaseMailInput,
} from "@/lib/requests/inbound/schema";
import { discardMail, releaseMail, restoreMail } from "@/lib/requests/inbound/service-held";
import { managerApi } from "./base";
import { pageView } from "./page";
import { requireValue } from "./refusals";

const Decided = z.strictObject({ id: z.uuid() });

/** Mail that came in and waits for a manager. */
export const heldMailsApi = {
  list: managerApi
    .route({
      method: "GET",
      path: "/held-mails",
      summary: "List held e-mail",
      description: "E-mail that could not be taken with certainty, or was discarded, the latest first.",
    })
    .input(ListHeldMailsInput)
    .output(pageView(HeldMailView))
    .handler(({ context: { ctx }, input }) => listHeldMails(ctx, input)),

  release: managerApi
    .meta({ access: "manager", example: { executiveId: "019ab3a0-0000-7000-8000-000000000004" } })
    .route({
      method: "POST",
      path: "/held-mails/{id}/release",
      summary: "Send held e-mail on",
      description: "As a request of an executive; without one, as a comment on the request it answers.",
    })
    .input(ReleaseMailInput)
    .output(z.strictObject({ id: z.uuid(), requestId: z.uuid() }))
    .handler(async ({ context: { ctx }, input }) => requireValue(await releaseMail(ctx, input))),

  discard: managerApi
    .meta({ access: "manager" })
    .route({
      method: "POST",
      path: "/held-mails/{id}/discard",
      summary: "Discard held e-mail",
      description: "Its sender gets no answer. It can be restored until it is forgotten after ninety days.",
    })
    .input(HeldMailInput)
    .output(Decided)
    .handler(async ({ context: { ctx }, input }) => requireValue(await discardMail(ctx, input))),

  restore: managerApi
    .meta({ access: "manager" })
    .route({
      method: "POST",
      path: "/held-mails/{id}/restore",
      summary: "Hold discarded e-mail again",
      description: "It is among the held e-mail again.",
    })
    .input(HeldMailInput)
    .output(Decided)
    .handler(async ({ context: { ctx }, input }) => requireValue(await restoreMail(ctx, input))),
};
