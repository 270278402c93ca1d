import "server-only";
import { z } from "zod";
import { listPriorityAgreements } from "@/lib/requests/agreements/queries";
import { PriorityAgreementView, SetAgreementInput } from "@/lib/requests/agreements/schema";
import { setPriorityAgreement } from "@/lib/requests/agreements/service";
import { personApi } from "./base";
import { requireValue } from "./refusals";

const AgreementsView = z.strictObject({ items: z.array(PriorityAgreementView) });

export const priorityAgreementsApi = {
  list: personApi
    .route({
      method: "GET",
      path: "/priority-agreements",
      summary: "List priority agreements",
      description: "Whose urgent requests go first: your own agreements, and those of the pools you manage.",
    })
    .input(z.strictObject({}))
    .output(AgreementsView)
    .handler(async ({ context: { ctx } }) => ({ items: await listPriorityAgreements(ctx) })),

  set: personApi
    .meta({
      access: "person",
      example: {
        executiveId: "019ab3a0-0000-7000-8000-000000000004",
        otherId: "019ab3a0-0000-7000-8000-000000000005",
        rule: "due_first",
        word: "Agreed at the management meeting",
      },
    })
    .route({
      method: "PUT",
      path: "/priority-agreements",
      summary: "Set a priority agreement",
      description:
        "One of two executives proposes or agrees, or a manager of both decides with a reason. Without a rule the agreement ends.",
    })
    .input(SetAgreementInput)
    .output(AgreementsView)
    .handler(async ({ context: { ctx }, input }) => {
      requireValue(await setPriorityAgreement(ctx, input));
      return { items: await listPriorityAgreements(ctx) };
    }),
};
