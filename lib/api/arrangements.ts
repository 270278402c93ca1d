import "server-only";
import { z } from "zod";
import {
  listArrangements,
  listOwnArrangements,
  requireArrangement,
} from "@/lib/training/arrangements/queries";
import {
  AddArrangementInput,
  ArrangementView,
  ChangeArrangementInput,
  SayNeedsInput,
  SettleArrangementInput,
} from "@/lib/training/arrangements/schema";
import {
  addArrangement,
  changeArrangement,
  sayNeeds,
  settleArrangement,
} from "@/lib/training/arrangements/service";
import { assistantApi, managerApi, managerOrAssistantApi } from "./base";
import { patchInput, wholeOf } from "./changes";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";
import { atVersion } from "./version";

const OwnArrangementView = ArrangementView.extend({
  course: z.string(),
  needs: z
    .array(z.strictObject({ name: z.string(), words: z.string() }))
    .meta({ description: "What participants may not eat or need to take part, for who sees to that." }),
});

/** What a session needs: a room, food, equipment and the like, each with an owner and a day. */
export const arrangementsApi = {
  list: managerApi
    .route({
      method: "GET",
      path: "/training/sessions/{id}/arrangements",
      summary: "List the arrangements of a session",
      description: "What a session needs, the first due first, always one page.",
    })
    .input(IdInput)
    .output(pageView(ArrangementView))
    .handler(async ({ context: { ctx }, input }) => ({
      items: await listArrangements(ctx, input.id),
      nextCursor: null,
    })),

  own: managerOrAssistantApi
    .route({
      method: "GET",
      path: "/training/arrangements",
      summary: "List my arrangements",
      description: "What you see to and is still open, the first due first, always one page.",
    })
    .input(z.strictObject({}))
    .output(pageView(OwnArrangementView))
    .handler(async ({ context: { ctx } }) => ({ items: await listOwnArrangements(ctx), nextCursor: null })),

  add: managerApi
    .meta({ access: "manager", example: { kind: "catering", label: "Lunch for 8", dueOn: "2027-05-04" } })
    .route({
      method: "POST",
      path: "/training/sessions/{id}/arrangements",
      successStatus: 201,
      summary: "Add an arrangement",
      description: "Adds something to see to, by you or an assistant of the pool, who is notified.",
    })
    .input(AddArrangementInput.omit({ sessionId: true }).extend({ id: z.uuid() }))
    .output(ArrangementView)
    .handler(async ({ context: { ctx }, input: { id: sessionId, ...input } }) => {
      const { id } = requireValue(await addArrangement(ctx, { sessionId, ...input }));
      return requireArrangement(ctx, id);
    }),

  change: managerApi
    .meta({ access: "manager", example: { dueOn: "2027-05-05", version: 1 } })
    .route({
      method: "PATCH",
      path: "/training/arrangements/{id}",
      summary: "Change an arrangement",
      description: "Changes the fields you send.",
    })
    .input(patchInput(ChangeArrangementInput))
    .output(ArrangementView)
    .handler(async ({ context: { ctx }, input }) => {
      const current = await requireArrangement(ctx, input.id);
      requireValue(await changeArrangement(ctx, wholeOf(ChangeArrangementInput, current, input)));
      return requireArrangement(ctx, input.id);
    }),

  settle: managerOrAssistantApi
    .meta({ access: "manager_or_assistant", example: { status: "done", version: 1 } })
    .route({
      method: "POST",
      path: "/training/arrangements/{id}/settle",
      summary: "Settle an arrangement",
      description: "Says that it is done, not needed, or still open; its owner or a manager of the pool.",
    })
    .input(SettleArrangementInput.partial({ version: true }))
    .output(ArrangementView)
    .handler(async ({ context: { ctx }, input }) => {
      const read = await atVersion(input, () => requireArrangement(ctx, input.id));
      const { id } = requireValue(await settleArrangement(ctx, read));
      return requireArrangement(ctx, id);
    }),

  sayNeeds: assistantApi
    .meta({ access: "assistant", example: { words: "Vegetarian" } })
    .route({
      method: "PUT",
      path: "/training/enrolments/{id}/needs",
      summary: "Say what you need at a course",
      description: "What you may not eat or need to take part, read by who sees to it; empty takes it back.",
    })
    .input(SayNeedsInput.omit({ enrolmentId: true }).extend({ id: z.uuid() }))
    .output(z.strictObject({ id: z.uuid() }))
    .handler(async ({ context: { ctx }, input: { id, words } }) =>
      requireValue(await sayNeeds(ctx, { enrolmentId: id, words })),
    ),
};
