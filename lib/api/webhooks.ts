import "server-only";
import { z } from "zod";
import { WEBHOOK_EVENTS } from "@/lib/catalogues/notices";
import { listWebhookDeliveries, listWebhooks, requireWebhook } from "@/lib/webhooks/queries";
import {
  ChangeWebhookInput,
  CreateWebhookInput,
  SendAgainInput,
  SwitchWebhookInput,
  WebhookDeliveryView,
  WebhookIdInput,
  WebhookView,
} from "@/lib/webhooks/schema";
import {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  rotateWebhook,
  sendWebhookAgain,
  switchWebhook,
  testWebhook,
} from "@/lib/webhooks/service";
import { administratorApi } from "./base";
import { patchInput, wholeOf } from "./changes";
import { pageView } from "./page";
import { requireValue } from "./refusals";

const SecretView = z.strictObject({
  id: z.uuid(),
  secret: z.string().meta({ description: "Signs every body (Standard Webhooks); it is shown this once." }),
});

/** Programs outside that are told of what happens. */
export const webhooksApi = {
  list: administratorApi
    .route({
      method: "GET",
      path: "/webhooks",
      summary: "List webhooks",
      description: "By name, always one page; their secrets are shown nowhere.",
    })
    .input(z.strictObject({}))
    .output(pageView(WebhookView))
    .handler(async ({ context: { ctx } }) => ({ items: await listWebhooks(ctx), nextCursor: null })),

  create: administratorApi
    .meta({
      access: "administrator",
      example: { name: "Payroll", url: "https://hooks.example.org/standby", events: ["absence_decided"] },
    })
    .route({
      method: "POST",
      path: "/webhooks",
      successStatus: 201,
      summary: "Create a webhook",
      description:
        "Events are the kinds of GET /me/notice-preferences without those of conversations. Bodies hold ids and times; headers follow Standard Webhooks. An address must be https and lie outside.",
    })
    .input(CreateWebhookInput)
    .output(SecretView)
    .handler(async ({ context: { ctx }, input }) =>
      requireValue(await createWebhook(ctx, input, WEBHOOK_EVENTS)),
    ),

  change: administratorApi
    .meta({ access: "administrator", example: { events: ["absence_decided", "cover_assigned"] } })
    .route({
      method: "PATCH",
      path: "/webhooks/{id}",
      summary: "Change a webhook",
      description: "Its name, address and events; what is left out stays.",
    })
    .input(patchInput(ChangeWebhookInput))
    .output(WebhookView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id, name, url, events } = await requireWebhook(ctx, input.id);
      const whole = wholeOf(ChangeWebhookInput, { id, name, url, events }, input);
      requireValue(await changeWebhook(ctx, whole, WEBHOOK_EVENTS));
      return requireWebhook(ctx, id);
    }),

  switch: administratorApi
    .meta({ access: "administrator", example: { isOn: true } })
    .route({
      method: "POST",
      path: "/webhooks/{id}/switch",
      summary: "Turn a webhook off or on",
      description: "What waits for one that is turned off is never sent.",
    })
    .input(SwitchWebhookInput)
    .output(WebhookView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await switchWebhook(ctx, input));
      return requireWebhook(ctx, id);
    }),

  rotate: administratorApi
    .route({
      method: "POST",
      path: "/webhooks/{id}/rotate",
      summary: "Give a webhook another secret",
      description: "For a day bodies carry two signatures, by the new secret and by the one before.",
    })
    .input(WebhookIdInput)
    .output(SecretView)
    .handler(async ({ context: { ctx }, input }) => requireValue(await rotateWebhook(ctx, input))),

  test: administratorApi
    .route({
      method: "POST",
      path: "/webhooks/{id}/test",
      summary: "Send a test to a webhook",
      description: "An event of the type test, without data.",
    })
    .input(WebhookIdInput)
    .output(WebhookIdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await testWebhook(ctx, input))),

  delete: administratorApi
    .route({
      method: "DELETE",
      path: "/webhooks/{id}",
      summary: "Delete a webhook",
      description: "With what was sent to it.",
    })
    .input(WebhookIdInput)
    .output(WebhookIdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await deleteWebhook(ctx, input))),

  deliveries: administratorApi
    .route({
      method: "GET",
      path: "/webhooks/{id}/deliveries",
      summary: "List what was sent to a webhook",
      description: "The latest hundred of the last thirty days, what waits with them; always one page.",
    })
    .input(WebhookIdInput)
    .output(pageView(WebhookDeliveryView))
    .handler(async ({ context: { ctx }, input }) => ({
      items: await listWebhookDeliveries(ctx, input.id),
      nextCursor: null,
    })),

  sendAgain: administratorApi
    .route({
      method: "POST",
      path: "/webhooks/{id}/deliveries/{deliveryId}/send-again",
      summary: "Send an event again",
      description: "Under the same webhook-id, so that a receiver counts it once.",
    })
    .input(SendAgainInput)
    .output(WebhookIdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await sendWebhookAgain(ctx, input))),
};
