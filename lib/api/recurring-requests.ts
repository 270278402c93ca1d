import "server-only";
import { z } from "zod";
import { listRecurring, requireRecurring } from "@/lib/requests/recurring/queries";
import {
  AddRecurringInput,
  ChangeRecurringInput,
  RecurringIdInput,
  RecurringView,
} from "@/lib/requests/recurring/schema";
import { addRecurring, changeRecurring, removeRecurring } from "@/lib/requests/recurring/service";
import { personApi } from "./base";
import { requireValue } from "./refusals";
import { atVersion } from "./version";

export const recurringRequestsApi = {
  list: personApi
    .route({
      method: "GET",
      path: "/recurring-requests",
      summary: "List recurring requests",
      description:
        "Your own, those of the executives you serve, and those of the pools you manage, with the day each is filed next.",
    })
    .input(z.strictObject({}))
    .output(z.strictObject({ items: z.array(RecurringView) }))
    .handler(async ({ context: { ctx } }) => ({ items: await listRecurring(ctx) })),

  create: personApi
    .meta({ access: "person", example: { summary: "Print the agenda", weekdays: [1], from: "2026-09-07" } })
    .route({
      method: "POST",
      path: "/recurring-requests",
      successStatus: 201,
      summary: "Add a recurring request",
      description:
        "For yourself, or for an executive you serve or manage; filed on its days once they are supported.",
    })
    .input(AddRecurringInput)
    .output(RecurringView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await addRecurring(ctx, input));
      return requireRecurring(ctx, id);
    }),

  change: personApi
    .meta({
      access: "person",
      example: {
        summary: "Print the agenda",
        monthDay: 31,
        onDayOff: "before",
        from: "2026-09-07",
        version: 1,
      },
    })
    .route({
      method: "PUT",
      path: "/recurring-requests/{id}",
      summary: "Change a recurring request",
      description: "The whole of it, or pauses it; what was filed stays as it is.",
    })
    .input(ChangeRecurringInput.partial({ version: true }))
    .output(RecurringView)
    .handler(async ({ context: { ctx }, input }) => {
      const whole = await atVersion(input, () => requireRecurring(ctx, input.id));
      const { id } = requireValue(await changeRecurring(ctx, whole));
      return requireRecurring(ctx, id);
    }),

  remove: personApi
    .route({
      method: "DELETE",
      path: "/recurring-requests/{id}",
      summary: "Remove a recurring request",
      description: "What was filed stays.",
    })
    .input(RecurringIdInput)
    .output(RecurringIdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await removeRecurring(ctx, input))),
};
