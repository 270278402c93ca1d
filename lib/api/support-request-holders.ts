import "server-only";
import { mergeRequests, splitRequest } from "@/lib/requests/merging/service";
import { requireSupportRequest } from "@/lib/requests/queries";
import { AssignRequestInput, MergeRequestInput, SupportRequestView } from "@/lib/requests/schema";
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

  merge: personApi
    .meta({
      access: "person",
      example: { intoId: "019ab3a0-0000-7000-8000-000000000006", version: 1 },
    })
    .route(
      requestMoveRoute({
        name: "merge",
        summary: "Merge two support requests",
        description:
          "Two open requests of one executive become one: the older stays, with all words, files and people. Answers with the one that stays.",
      }),
    )
    .input(MergeRequestInput.partial({ version: true }))
    .output(SupportRequestView)
    .handler(async ({ context: { ctx }, input }) => {
      const { stays } = requireValue(await mergeRequests(ctx, await atRequestVersion(ctx, input)));
      return requireSupportRequest(ctx, stays);
    }),

  split: personApi
    .meta({ access: "person", example: MOVE_EXAMPLE })
    .route(
      requestMoveRoute({
        name: "split",
        summary: "Split a merged support request off",
        description: "The request goes on as it was before it was merged.",
      }),
    )
    .input(MoveRequestBody)
    .output(SupportRequestView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await splitRequest(ctx, await atRequestVersion(ctx, input)));
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
