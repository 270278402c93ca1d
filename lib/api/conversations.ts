import "server-only";
import { z } from "zod";
import { listHandlers } from "@/lib/disputes/access/queries-handlers";
import { listCases, openCase, openDraft } from "@/lib/disputes/cases/queries";
import { CaseLine, CaseView } from "@/lib/disputes/cases/schema";
import {
  BeginCaseInput,
  CaseVersionInput,
  ChangeDraftInput,
  DraftFields,
} from "@/lib/disputes/raising/schema";
import { beginCase, changeDraft, poolOfWriter, throwDraftAway } from "@/lib/disputes/raising/service";
import { personApi } from "./base";
import { IdInput, pageView } from "./page";
import { requireBrowser, requireValue } from "./refusals";
import { atVersion } from "./version";

/** Conversations take a browser's session: no API token, whatever its scopes, reaches one. */
export const conversationApi = personApi.use(({ context, next }) => {
  requireBrowser(context.ctx);
  return next();
});

const Written = z.strictObject({ id: z.uuid(), isSent: z.boolean() });

const Candidate = z.strictObject({ userId: z.uuid(), name: z.string(), pools: z.string() });

/** What people raise, and their drafts. */
export const conversationsApi = {
  list: conversationApi
    .route({
      method: "GET",
      path: "/conversations",
      summary: "List my conversations",
      description:
        "Those you raised, take part in or handle, in which state they are; what they say takes a proof. Always one page.",
    })
    .input(z.strictObject({}))
    .output(pageView(CaseLine))
    .handler(async ({ context: { ctx } }) => ({ items: await listCases(ctx), nextCursor: null })),

  handlers: conversationApi
    .route({
      method: "GET",
      path: "/conversation-handlers",
      summary: "List who may handle what I raise",
      description: "People you name in a conversation can't handle it. Always one page.",
    })
    .input(z.strictObject({}))
    .output(pageView(Candidate))
    .handler(async ({ context: { ctx } }) => {
      const handlers = await listHandlers(ctx, poolOfWriter(ctx.actor));
      const items = handlers.map(({ userId, name, pools }) => ({ userId, name, pools }));
      return { items, nextCursor: null };
    }),

  create: conversationApi
    .meta({ access: "person", example: { topic: "workload", statement: "Too much on Mondays." } })
    .route({
      method: "POST",
      path: "/conversations",
      successStatus: 201,
      summary: "Begin a conversation",
      description: "Keeps a draft that only you read, or sends it at once to its handler.",
    })
    .input(BeginCaseInput)
    .output(Written)
    .handler(async ({ context: { ctx }, input }) => requireValue(await beginCase(ctx, input))),

  get: conversationApi
    .route({
      method: "GET",
      path: "/conversations/{id}",
      summary: "Show a conversation",
      description:
        "As you may read it; that you looked is shown to its people. Takes a proof within ten minutes.",
    })
    .input(IdInput)
    .output(CaseView)
    .handler(async ({ context: { ctx }, input }) => requireValue(await openCase(ctx, input.id))),

  getDraft: conversationApi
    .route({
      method: "GET",
      path: "/conversations/{id}/draft",
      summary: "Show a draft of mine",
      description: "What you have written and not sent. Takes a proof within ten minutes.",
    })
    .input(IdInput)
    .output(DraftFields)
    .handler(async ({ context: { ctx }, input }) => requireValue(await openDraft(ctx, input.id)).fields),

  changeDraft: conversationApi
    .meta({
      access: "person",
      example: { topic: "workload", statement: "Too much on Mondays.", intent: "send", version: 1 },
    })
    .route({
      method: "PUT",
      path: "/conversations/{id}/draft",
      summary: "Change or send a draft of mine",
      description: "Replaces it, or sends it. Takes a proof within ten minutes.",
    })
    .input(ChangeDraftInput.partial({ version: true }))
    .output(Written)
    .handler(async ({ context: { ctx }, input }) => {
      const read = await atVersion(input, async () => requireValue(await openDraft(ctx, input.id)));
      return requireValue(await changeDraft(ctx, read));
    }),

  throwAway: conversationApi
    .meta({ access: "person", example: { version: 1 } })
    .route({
      method: "POST",
      path: "/conversations/{id}/throw-away",
      summary: "Delete a draft of mine",
      description: "Nothing of it is left. Takes a proof within ten minutes.",
    })
    .input(CaseVersionInput.partial({ version: true }))
    .output(IdInput)
    .handler(async ({ context: { ctx }, input }) => {
      const read = await atVersion(input, async () => requireValue(await openDraft(ctx, input.id)));
      return requireValue(await throwDraftAway(ctx, read));
    }),
};
