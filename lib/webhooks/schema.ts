import { z } from "zod";
import { KeyFact } from "@/lib/facts";
import { oneLine } from "@/lib/text";

export const MOST_WEBHOOKS = 20;

const Address = z
  .string()
  .trim()
  .max(500)
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && !text.includes("#"), {
    error: "not_an_address",
  })
  .refine((text) => !URL.canParse(text) || new URL(text).username === "", { error: "not_an_address" });

const Events = z
  .array(KeyFact)
  .min(1, { error: "required" })
  .max(200)
  .overwrite((events) => [...new Set(events)].sort());

/** A program to be told of some kinds of events at an address. */
export const CreateWebhookInput = z.strictObject({
  name: oneLine(80, 1),
  url: Address.meta({ format: "uri" }),
  events: Events,
});
export type CreateWebhookInput = z.infer<typeof CreateWebhookInput>;

/** The same of one that is there. */
export const ChangeWebhookInput = CreateWebhookInput.extend({ id: z.uuid() });
export type ChangeWebhookInput = z.infer<typeof ChangeWebhookInput>;

export const WebhookIdInput = z.strictObject({ id: z.uuid() });
export type WebhookIdInput = z.infer<typeof WebhookIdInput>;

/** Turning one off, or on again. */
export const SwitchWebhookInput = z.strictObject({ id: z.uuid(), isOn: z.stringbool().or(z.boolean()) });
export type SwitchWebhookInput = z.infer<typeof SwitchWebhookInput>;

/** A delivery to be sent once more. */
export const SendAgainInput = z.strictObject({ id: z.uuid(), deliveryId: z.uuid() });
export type SendAgainInput = z.infer<typeof SendAgainInput>;

const Moment = z.string().meta({ format: "date-time" });

/** A webhook as administrators see it; its secret is nowhere. */
export const WebhookView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  createdAt: Moment,
  failingSince: Moment.nullable(),
  disabledBy: z.enum(["administrator", "gone", "failing"]).nullable(),
});
export type WebhookView = z.infer<typeof WebhookView>;

/** What was sent, or is to be: its event, how often it was tried and what came of it. */
export const WebhookDeliveryView = z.strictObject({
  id: z.uuid(),
  eventId: z.uuid(),
  kind: z.string(),
  at: Moment,
  state: z.enum(["waiting", "delivered", "failed"]),
  attempts: z.number().int(),
  triedAt: Moment.nullable(),
  status: z.number().int().nullable(),
  fault: z.string().nullable(),
  dueAt: Moment.nullable(),
});
export type WebhookDeliveryView = z.infer<typeof WebhookDeliveryView>;

/** The secret that bodies are signed with, shown this once. */
export type WebhookSecret = { id: string; secret: string };

/** The kind of a delivery that only tries whether one arrives. */
export const TEST_EVENT = "test";
