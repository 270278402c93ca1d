import "server-only";
import { z } from "zod";
import type { Person } from "@/lib/actor";
import { asAssistant } from "@/lib/auth/person";
import type { Ctx } from "@/lib/context";
import { WrongRoleError } from "@/lib/errors";
import { FileView } from "@/lib/files/schema";
import { listComments } from "@/lib/requests/comments/queries";
import { CommentInput, CommentView } from "@/lib/requests/comments/schema";
import { commentRequest } from "@/lib/requests/comments/service";
import { listRequestFiles } from "@/lib/requests/files/queries";
import { listVisibleRequests, requireSupportRequest } from "@/lib/requests/queries";
import { listQueue } from "@/lib/requests/queue/queries";
import {
  ChangeRequestInput,
  FileSupportRequestInput,
  ListRequestsInput,
  SupportRequestView,
} from "@/lib/requests/schema";
import { changeRequest } from "@/lib/requests/service-changes";
import { fileSupportRequest } from "@/lib/requests/service-filing";
import { personApi } from "./base";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";
import { atVersion } from "./version";

/** A request at the version that was read, or at the one that stands. */
export function atRequestVersion<I extends { id: string; version?: number }>(ctx: Ctx<Person>, input: I) {
  return atVersion(input, () => requireSupportRequest(ctx, input.id));
}

/** Requests of executives: sent, read, changed and talked about. */
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
      const { id } = requireValue(await changeRequest(ctx, await atRequestVersion(ctx, input)));
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

  files: personApi
    .route({
      method: "GET",
      path: "/support-requests/{id}/files",
      summary: "List the files of a support request",
      description: "For those who may read its words; executives get none that is internal.",
    })
    .input(IdInput)
    .output(z.strictObject({ items: z.array(FileView.extend({ commentId: z.uuid().nullable() })) }))
    .handler(async ({ context: { ctx }, input }) => ({ items: await listRequestFiles(ctx, input) })),

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
};
