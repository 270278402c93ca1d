import "server-only";
import { requirePhoneMessage } from "@/lib/requests/messages/queries";
import {
  PhoneMessageView,
  TakePhoneMessageInput,
  TickMessageInput,
  UntickMessageInput,
} from "@/lib/requests/messages/schema";
import { takePhoneMessage, tickMessage, untickMessage } from "@/lib/requests/messages/service";
import { requireSupportRequest } from "@/lib/requests/queries";
import { executiveApi, personApi } from "./base";
import { requireValue } from "./refusals";
import { atVersion } from "./version";

export const phoneMessagesApi = {
  take: personApi
    .meta({
      access: "person",
      example: {
        executiveId: "019ab3a0-0000-7000-8000-000000000004",
        caller: "Lars Edvardsson",
        company: "Nordbanken",
        number: "+46 8 555 017 40",
        wish: "call_back",
      },
    })
    .route({
      method: "POST",
      path: "/phone-messages",
      successStatus: 201,
      summary: "Take a phone message",
      description:
        "For an executive you serve or manage; the executive and their assistant are notified at once.",
    })
    .input(TakePhoneMessageInput)
    .output(PhoneMessageView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await takePhoneMessage(ctx, input));
      return requirePhoneMessage(ctx, id);
    }),

  tick: executiveApi
    .meta({ access: "executive", example: { as: "called_back", version: 1 } })
    .route({
      method: "POST",
      path: "/phone-messages/{id}/tick",
      summary: "Tick off a phone message",
      description: "You have called back, or have seen it.",
    })
    .input(TickMessageInput.partial({ version: true }))
    .output(PhoneMessageView)
    .handler(async ({ context: { ctx }, input }) => {
      const read = await atVersion(input, () => requireSupportRequest(ctx, input.id));
      const { id } = requireValue(await tickMessage(ctx, read));
      return requirePhoneMessage(ctx, id);
    }),

  untick: executiveApi
    .meta({ access: "executive", example: { version: 2 } })
    .route({
      method: "POST",
      path: "/phone-messages/{id}/untick",
      summary: "Untick a phone message",
      description: "Reopens the message.",
    })
    .input(UntickMessageInput.partial({ version: true }))
    .output(PhoneMessageView)
    .handler(async ({ context: { ctx }, input }) => {
      const read = await atVersion(input, () => requireSupportRequest(ctx, input.id));
      const { id } = requireValue(await untickMessage(ctx, read));
      return requirePhoneMessage(ctx, id);
    }),
};
