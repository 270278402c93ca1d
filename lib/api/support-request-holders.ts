import "server-only";
import { requireSupportRequest } from "@/lib/requests/queries";
import { AssignRequestInput, SupportRequestView } from "@/lib/requests/schema";
import { assignRequest, keepRequest, takeOverRequest } from "@/lib/requests/service-holders";
import { assistantApi, managerApi, personApi } from "./base";
import { requireValue } from "./refusals";
import { MOVE_EXAMPLE, MoveRequestBody, requestMoveRoute, servingMove } from "./support-request-moves";
import { atRequestVersion } from "./support-requests";

/** Who has a request. */
export const supportRequestHoldersApi = {
  assign: managerApi
    .meta({
      access: "manager",
      example: { assistantId: "019ab3a0-0000-7000-8000-000000000003", version: 1 },
    })
    .route({
      method: "POST",
      path: "/support-requests/{id}/assign",
      summary: "Assign a support request",
      description: "Assigns an open request to an assistant of your pools, until they are away.",
    })
    .input(AssignRequestInput.partial({ version: true }))
    .output(SupportRequestView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await assignRequest(ctx, await atRequestVersion(ctx, input)));
      return requireSupportRequest(ctx, id);
    }),

  passOn: assistantApi
    .meta({
      access: "assistant",
      example: { assistantId: "019ab3a0-0000-7000-8000-000000000003", version: 1 },
    })
    .route(
      requestMoveRoute({
        name: "pass-on",
        summary: "Pass on a support request",
        description: "Gives a request assigned to you to an assistant who supports or covers the executive.",
      }),
    )
    .input(AssignRequestInput.partial({ version: true }))
    .output(SupportRequestView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await assignRequest(ctx, await atRequestVersion(ctx, input)));
      return requireSupportRequest(ctx, id);
    }),

  keep: personApi
    .meta({ access: "person", example: MOVE_EXAMPLE })
    .route(
      requestMoveRoute({
        name: "keep",
        summary: "Keep a support request",
        description: "The assigned assistant finishes it, though the executive’s own is back.",
      }),
    )
    .input(MoveRequestBody)
    .output(SupportRequestView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await keepRequest(ctx, await atRequestVersion(ctx, input)));
      return requireSupportRequest(ctx, id);
    }),

  takeOver: servingMove(
    {
      name: "take-over",
      summary: "Take over a support request",
      description: "Takes a request of an executive you serve now from the assistant it is assigned to.",
    },
    takeOverRequest,
  ),
};
