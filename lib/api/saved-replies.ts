import "server-only";
import { z } from "zod";
import { listSavedReplies, requireKeptReply } from "@/lib/requests/replies/queries";
import { AddReplyInput, ChangeReplyInput, ReplyIdInput, SavedReplyView } from "@/lib/requests/replies/schema";
import { addReply, changeReply, removeReply } from "@/lib/requests/replies/service";
import { personApi } from "./base";
import { requireValue } from "./refusals";
import { atVersion } from "./version";

export const savedRepliesApi = {
  list: personApi
    .route({
      method: "GET",
      path: "/saved-replies",
      summary: "List saved replies",
      description: "Your own, and those of your pools.",
    })
    .input(z.strictObject({}))
    .output(z.strictObject({ items: z.array(SavedReplyView) }))
    .handler(async ({ context: { ctx } }) => ({ items: await listSavedReplies(ctx) })),

  create: personApi
    .meta({ access: "person", example: { title: "On its way", text: "Hello {{executive}}, I am on it." } })
    .route({
      method: "POST",
      path: "/saved-replies",
      successStatus: 201,
      summary: "Add a saved reply",
      description: "Your own, or of a pool you manage. A field there isn’t is refused.",
    })
    .input(AddReplyInput)
    .output(SavedReplyView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await addReply(ctx, input));
      return requireKeptReply(ctx, id);
    }),

  change: personApi
    .meta({ access: "person", example: { title: "On its way", text: "I am on it.", version: 1 } })
    .route({
      method: "PUT",
      path: "/saved-replies/{id}",
      summary: "Change a saved reply",
      description: "Your own, or of a pool you manage.",
    })
    .input(ChangeReplyInput.partial({ version: true }))
    .output(SavedReplyView)
    .handler(async ({ context: { ctx }, input }) => {
      const whole = await atVersion(input, () => requireKeptReply(ctx, input.id));
      const { id } = requireValue(await changeReply(ctx, whole));
      return requireKeptReply(ctx, id);
    }),

  remove: personApi
    .route({
      method: "DELETE",
      path: "/saved-replies/{id}",
      summary: "Remove a saved reply",
      description: "Your own, or of a pool you manage.",
    })
    .input(ReplyIdInput)
    .output(ReplyIdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await removeReply(ctx, input))),
};
