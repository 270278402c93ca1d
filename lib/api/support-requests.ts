import "server-only";
import { z } from "zod";
import type { Assistant, Executive, Person } from "@/lib/actor";
import { asAssistant } from "@/lib/auth/person";
import type { Ctx } from "@/lib/context";
import { WrongRoleError } from "@/lib/errors";
import { listComments } from "@/lib/requests/comments/queries";
import { AskInput, CommentInput, CommentView } from "@/lib/requests/comments/schema";
import { askRequester, commentRequest } from "@/lib/requests/comments/service";
import { listVisibleRequests, requireSupportRequest } from "@/lib/requests/queries";
import { listQueue } from "@/lib/requests/queue/queries";
import { getRating } from "@/lib/requests/ratings/queries";
import { RateRequestInput, RatingView } from "@/lib/requests/ratings/schema";
import { rateRequest } from "@/lib/requests/ratings/service";
import {
  AssignRequestInput,
  ChangeRequestInput,
  FileSupportRequestInput,
  ListRequestsInput,
  MoveRequestInput,
  SupportRequestView,
  WaitRequestInput,
} from "@/lib/requests/schema";
import { cancelSupportRequest, closeRequest, reopenRequest } from "@/lib/requests/service";
import { resolveRequest, resumeRequest, startRequest, waitRequest } from "@/lib/requests/service-assistant";
import { changeRequest } from "@/lib/requests/service-changes";
import { fileSupportRequest } from "@/lib/requests/service-filing";
import { assignRequest, keepRequest, takeOverRequest } from "@/lib/requests/service-holders";
import type { Result } from "@/lib/result";
import { assistantApi, executiveApi, managerApi, personApi } from "./base";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";
import { atVersion } from "./version";

type Verb<A extends Assistant | Executive> = (
  ctx: Ctx<A>,
  input: MoveRequestInput,
) => Promise<Result<{ id: string }>>;
type Move = { name: string; summary: string; description: string };

const EXAMPLE = { version: 1 };
const MoveRequestBody = MoveRequestInput.partial({ version: true });

function atOwnVersion<I extends { id: string; version?: number }>(ctx: Ctx<Person>, input: I) {
  return atVersion(input, () => requireSupportRequest(ctx, input.id));
}

function routeOf({ name, summary, description }: Move) {
  return { method: "POST", path: `/support-requests/{id}/${name}`, summary, description } as const;
}

function servingMove(move: Move, verb: Verb<Assistant>) {
  return assistantApi
    .meta({ access: "assistant", example: EXAMPLE })
    .route(routeOf(move))
    .input(MoveRequestBody)
    .output(SupportRequestView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await verb(ctx, await atOwnVersion(ctx, input)));
      return requireSupportRequest(ctx, id);
    });
}

function askingMove(move: Move, verb: Verb<Executive>) {
  return executiveApi
    .meta({ access: "executive", example: EXAMPLE })
    .route(routeOf(move))
    .input(MoveRequestBody)
    .output(SupportRequestView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await verb(ctx, await atOwnVersion(ctx, input)));
      return requireSupportRequest(ctx, id);
    });
}

export const supportRequestsApi = {
  list: personApi
    .route({
      method: "GET",
      path: "/support-requests",
      summary: "List support requests",
      description:
        "Requests you sent, those assigned to you, and those of the pools you manage, the latest first.",
    })
    .input(ListRequestsInput)
    .output(pageView(SupportRequestView))
    .handler(async ({ context: { ctx }, input }) => {
      if (input.queue !== "mine") return listVisibleRequests(ctx, input);
      const actor = asAssistant(ctx.actor);
      if (!actor) throw new WrongRoleError();
      return { items: await listQueue({ ...ctx, actor }, input), nextCursor: null };
    }),

  create: personApi
    .meta({
      access: "person",
      example: { summary: "Book the 07:40 to Malmö on Thursday", dutyId: null, priority: "normal" },
    })
    .route({
      method: "POST",
      path: "/support-requests",
      successStatus: 201,
      summary: "Send a support request",
      description:
        "Sends your request to the assistant who supports or covers you at this moment. An assistant who serves an executive, or a manager of the pool, names the executive it is for.",
    })
    .input(FileSupportRequestInput)
    .output(SupportRequestView)
    .handler(async ({ context: { ctx }, input }) => {
      if (!input.executiveId && !ctx.actor.executive) throw new WrongRoleError();
      const { id } = requireValue(await fileSupportRequest(ctx, input));
      return requireSupportRequest(ctx, id);
    }),

  get: personApi
    .route({
      method: "GET",
      path: "/support-requests/{id}",
      summary: "Show a support request",
      description: "A request you sent, that is assigned to you, or of a pool you manage.",
    })
    .input(IdInput)
    .output(SupportRequestView)
    .handler(({ context: { ctx }, input }) => requireSupportRequest(ctx, input.id)),

  change: personApi
    .meta({ access: "person", example: { priority: "high", version: 1 } })
    .route({
      method: "PATCH",
      path: "/support-requests/{id}",
      summary: "Change a support request",
      description:
        "Changes type or priority of an open request; the service level that fits it now counts, with the minutes used so far.",
    })
    .input(ChangeRequestInput.partial({ version: true }))
    .output(SupportRequestView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await changeRequest(ctx, await atOwnVersion(ctx, input)));
      return requireSupportRequest(ctx, id);
    }),

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
      const { id } = requireValue(await assignRequest(ctx, await atOwnVersion(ctx, input)));
      return requireSupportRequest(ctx, id);
    }),

  passOn: assistantApi
    .meta({
      access: "assistant",
      example: { assistantId: "019ab3a0-0000-7000-8000-000000000003", version: 1 },
    })
    .route(
      routeOf({
        name: "pass-on",
        summary: "Pass on a support request",
        description: "Gives a request assigned to you to an assistant who supports or covers the executive.",
      }),
    )
    .input(AssignRequestInput.partial({ version: true }))
    .output(SupportRequestView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await assignRequest(ctx, await atOwnVersion(ctx, input)));
      return requireSupportRequest(ctx, id);
    }),

  comments: personApi
    .route({
      method: "GET",
      path: "/support-requests/{id}/comments",
      summary: "List what was said about a support request",
      description: "The first word first. Executives read no internal comments.",
    })
    .input(IdInput)
    .output(z.strictObject({ items: z.array(CommentView) }))
    .handler(async ({ context: { ctx }, input }) => ({ items: await listComments(ctx, input) })),

  comment: personApi
    .meta({ access: "person", example: { text: "The 07:40 is full; the 08:10 has seats." } })
    .route({
      method: "POST",
      path: "/support-requests/{id}/comments",
      successStatus: 201,
      summary: "Comment on a support request",
      description:
        "To the executive, or internal among those who serve them. An answer of the executive resumes what waited for it.",
    })
    .input(CommentInput)
    .output(SupportRequestView)
    .handler(async ({ context: { ctx }, input }) => {
      requireValue(await commentRequest(ctx, input));
      return requireSupportRequest(ctx, input.id);
    }),

  ask: assistantApi
    .meta({ access: "assistant", example: { text: "Is the 08:10 all right?", version: 1 } })
    .route(
      routeOf({
        name: "ask",
        summary: "Ask the requester",
        description: "Sends a question to the executive; the request waits for the answer.",
      }),
    )
    .input(AskInput.partial({ version: true }))
    .output(SupportRequestView)
    .handler(async ({ context: { ctx }, input }) => {
      requireValue(await askRequester(ctx, await atOwnVersion(ctx, input)));
      return requireSupportRequest(ctx, input.id);
    }),

  keep: personApi
    .meta({ access: "person", example: EXAMPLE })
    .route(
      routeOf({
        name: "keep",
        summary: "Keep a support request",
        description: "The assigned assistant finishes it, though the executive’s own is back.",
      }),
    )
    .input(MoveRequestBody)
    .output(SupportRequestView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await keepRequest(ctx, await atOwnVersion(ctx, input)));
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
      routeOf({
        name: "wait",
        summary: "Mark a support request as waiting",
        description:
          "The request waits for the requester or another person, until a time where one is named; its clock stands.",
      }),
    )
    .input(WaitRequestInput.partial({ version: true }))
    .output(SupportRequestView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await waitRequest(ctx, await atOwnVersion(ctx, input)));
      return requireSupportRequest(ctx, id);
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
      routeOf({
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
