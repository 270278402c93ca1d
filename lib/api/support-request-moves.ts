import "server-only";
import type { Assistant, Executive } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { AskInput } from "@/lib/requests/comments/schema";
import { askRequester } from "@/lib/requests/comments/service";
import { requireSupportRequest } from "@/lib/requests/queries";
import { getRating } from "@/lib/requests/ratings/queries";
import { RateRequestInput, RatingView } from "@/lib/requests/ratings/schema";
import { rateRequest } from "@/lib/requests/ratings/service";
import { MoveRequestInput, SupportRequestView, WaitRequestInput } from "@/lib/requests/schema";
import { cancelSupportRequest, closeRequest, reopenRequest } from "@/lib/requests/service";
import { resolveRequest, resumeRequest, startRequest, waitRequest } from "@/lib/requests/service-assistant";
import type { Result } from "@/lib/result";
import { assistantApi, executiveApi } from "./base";
import { requireValue } from "./refusals";
import { atRequestVersion } from "./support-requests";

type Verb<A extends Assistant | Executive> = (
  ctx: Ctx<A>,
  input: MoveRequestInput,
) => Promise<Result<{ id: string }>>;
type Move = { name: string; summary: string; description: string };

/** What most moves of a request are called with in the documents. */
export const MOVE_EXAMPLE = { version: 1 };
/** A move of a request at a version, or at the one that stands. */
export const MoveRequestBody = MoveRequestInput.partial({ version: true });

/** Where a request is moved, and what the documents say of it. */
export function requestMoveRoute({ name, summary, description }: Move) {
  return { method: "POST", path: `/support-requests/{id}/${name}`, summary, description } as const;
}

/** A move by an assistant who serves. */
export function servingMove(move: Move, verb: Verb<Assistant>) {
  return assistantApi
    .meta({ access: "assistant", example: MOVE_EXAMPLE })
    .route(requestMoveRoute(move))
    .input(MoveRequestBody)
    .output(SupportRequestView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await verb(ctx, await atRequestVersion(ctx, input)));
      return requireSupportRequest(ctx, id);
    });
}

function askingMove(move: Move, verb: Verb<Executive>) {
  return executiveApi
    .meta({ access: "executive", example: MOVE_EXAMPLE })
    .route(requestMoveRoute(move))
    .input(MoveRequestBody)
    .output(SupportRequestView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await verb(ctx, await atRequestVersion(ctx, input)));
      return requireSupportRequest(ctx, id);
    });
}

/** How a request goes on, from its start to how it went. */
export const supportRequestMovesApi = {
  start: servingMove(
    {
      name: "start",
      summary: "Start a support request",
      description: "Starts a request; an unassigned one is assigned to the assistant who starts it.",
    },
    startRequest,
  ),

  wait: assistantApi
    .meta({ access: "assistant", example: { for: "requester", version: 1 } })
    .route(
      requestMoveRoute({
        name: "wait",
        summary: "Mark a support request as waiting",
        description:
          "The request waits for the requester or another person, until a time where one is named; its clock stands.",
      }),
    )
    .input(WaitRequestInput.partial({ version: true }))
    .output(SupportRequestView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await waitRequest(ctx, await atRequestVersion(ctx, input)));
      return requireSupportRequest(ctx, id);
    }),

  ask: assistantApi
    .meta({ access: "assistant", example: { text: "Is the 08:10 all right?", version: 1 } })
    .route(
      requestMoveRoute({
        name: "ask",
        summary: "Ask the requester",
        description: "Sends a question to the executive; the request waits for the answer.",
      }),
    )
    .input(AskInput.partial({ version: true }))
    .output(SupportRequestView)
    .handler(async ({ context: { ctx }, input }) => {
      requireValue(await askRequester(ctx, await atRequestVersion(ctx, input)));
      return requireSupportRequest(ctx, input.id);
    }),

  resume: servingMove(
    {
      name: "resume",
      summary: "Resume a support request",
      description: "Resumes a request that was waiting.",
    },
    resumeRequest,
  ),

  resolve: servingMove(
    {
      name: "resolve",
      summary: "Resolve a support request",
      description: "Marks a request as done; the executive closes or reopens it.",
    },
    resolveRequest,
  ),

  close: askingMove(
    { name: "close", summary: "Close a support request", description: "The executive accepts the result." },
    closeRequest,
  ),

  reopen: askingMove(
    {
      name: "reopen",
      summary: "Reopen a support request",
      description: "Sends a resolved or closed request back to the assistant who supports you now.",
    },
    reopenRequest,
  ),

  rate: executiveApi
    .meta({ access: "executive", example: { value: 5, word: "Quick and thorough" } })
    .route(
      requestMoveRoute({
        name: "rate",
        summary: "Rate a support request",
        description: "Says how a request went, 1 to 5, once it is done; it can be changed for seven days.",
      }),
    )
    .input(RateRequestInput)
    .output(RatingView.nullable())
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await rateRequest(ctx, input));
      return getRating(ctx, { id });
    }),

  cancel: askingMove(
    { name: "cancel", summary: "Cancel a support request", description: "Cancels an open request." },
    cancelSupportRequest,
  ),
};
