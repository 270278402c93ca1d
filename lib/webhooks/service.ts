import "server-only";
import { randomUUID } from "node:crypto";
import type { Administrator } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { env } from "@/lib/env";
import { NotFoundError } from "@/lib/errors";
import { refusalUnlessProven } from "@/lib/proof";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { sealText } from "@/lib/sealed";
import { webhookAudit } from "./audit";
import { ROTATION_MS } from "./rules";
import {
  type ChangeWebhookInput,
  type CreateWebhookInput,
  MOST_WEBHOOKS,
  type SendAgainInput,
  type SwitchWebhookInput,
  TEST_EVENT,
  type WebhookIdInput,
  type WebhookSecret,
} from "./schema";
import { mayLeadTo } from "./service-address";
import { newWebhookSecret } from "./service-post";

type Told = "webhook_address_refused" | "unknown_event";

/** The kinds of events there are: handed in, because they are declared by the domains that come after. */
export type KnownEvents = ReadonlySet<string>;

function refusalOf(
  { url, events }: Pick<CreateWebhookInput, "url" | "events">,
  known: KnownEvents,
): Refusal<Told> | null {
  if (!mayLeadTo(url)) return refuse("webhook_address_refused", { path: "url" });
  return events.every((event) => known.has(event)) ? null : refuse("unknown_event", { path: "events" });
}

function seal(secret: string): string {
  return sealText(env().NEXTAUTH_SECRET, "webhook secret", secret);
}

/**
 * Has a program told of some events, and shows the secret this once. Refuses an address that is not https or lies inside, an event
 * that there is none of, a twenty-first webhook, and who has not shown lately that it is they.
 */
export async function createWebhook(
  ctx: Ctx<Administrator>,
  input: CreateWebhookInput,
  known: KnownEvents,
): Promise<Result<WebhookSecret, Told | "proof_needed" | "too_many_webhooks">> {
  const refusal = refusalUnlessProven(ctx) ?? refusalOf(input, known);
  if (refusal) return refusal;
  return inTransaction(ctx, async (tx) => {
    if ((await tx.db.webhookEndpoint.count()) >= MOST_WEBHOOKS) return refuse("too_many_webhooks");
    const secret = newWebhookSecret();
    const { id } = await tx.db.webhookEndpoint.create({
      data: { ...input, secretSealed: seal(secret), createdAt: tx.now },
      select: { id: true },
    });
    await audit(tx, webhookAudit("webhook.created", id, { name: input.name }));
    return ok({ id, secret });
  });
}

/** Changes what a webhook is called, where it leads and what it is told; refuses the same. */
export async function changeWebhook(
  ctx: Ctx<Administrator>,
  { id, ...input }: ChangeWebhookInput,
  known: KnownEvents,
): Promise<Result<WebhookIdInput, Told | "proof_needed">> {
  const refusal = refusalUnlessProven(ctx) ?? refusalOf(input, known);
  if (refusal) return refusal;
  return inTransaction(ctx, async (tx) => {
    await requireName(tx, id);
    await tx.db.webhookEndpoint.update({ where: { id }, data: input, select: { id: true } });
    await audit(tx, webhookAudit("webhook.changed", id, { name: input.name }));
    return ok({ id });
  });
}

/** Gives a webhook another secret, shown this once; for a day bodies are signed by both. */
export async function rotateWebhook(
  ctx: Ctx<Administrator>,
  { id }: WebhookIdInput,
): Promise<Result<WebhookSecret, "proof_needed">> {
  return (
    refusalUnlessProven(ctx) ??
    inTransaction(ctx, async (tx) => {
      const { name, secretSealed } = await requireName(tx, id);
      const secret = newWebhookSecret();
      await tx.db.webhookEndpoint.update({
        where: { id },
        data: {
          secretSealed: seal(secret),
          previousSealed: secretSealed,
          previousUntil: new Date(tx.now.getTime() + ROTATION_MS),
        },
        select: { id: true },
      });
      await audit(tx, webhookAudit("webhook.rotated", id, { name }));
      return ok({ id, secret });
    })
  );
}

/** Turns a webhook off, and ends what waits for it; or on again, from now on. */
export async function switchWebhook(
  ctx: Ctx<Administrator>,
  { id, isOn }: SwitchWebhookInput,
): Promise<Result<WebhookIdInput, "proof_needed">> {
  return (
    refusalUnlessProven(ctx) ??
    inTransaction(ctx, async (tx) => {
      const { name } = await requireName(tx, id);
      const off = { disabledAt: tx.now, disabledBy: "administrator" as const };
      const on = { disabledAt: null, disabledBy: null, failingSince: null, toldAt: null };
      await tx.db.webhookEndpoint.update({ where: { id }, data: isOn ? on : off, select: { id: true } });
      if (!isOn) {
        const where = { endpointId: id, endedAt: null };
        await tx.db.webhookDelivery.updateMany({ where, data: { endedAt: tx.now } });
      }
      await audit(tx, webhookAudit(isOn ? "webhook.enabled" : "webhook.disabled", id, { name }));
      return ok({ id });
    })
  );
}

/** Deletes a webhook with what was sent to it. */
export async function deleteWebhook(
  ctx: Ctx<Administrator>,
  { id }: WebhookIdInput,
): Promise<Result<WebhookIdInput, "proof_needed">> {
  return (
    refusalUnlessProven(ctx) ??
    inTransaction(ctx, async (tx) => {
      const { name } = await requireName(tx, id);
      await tx.db.webhookEndpoint.delete({ where: { id }, select: { id: true } });
      await audit(tx, webhookAudit("webhook.deleted", id, { name }));
      return ok({ id });
    })
  );
}

/** Sends an event to a webhook that says no more than that it is a test; refuses one that is off. */
export function testWebhook(
  ctx: Ctx<Administrator>,
  { id }: WebhookIdInput,
): Promise<Result<WebhookIdInput, "webhook_off">> {
  return inTransaction(ctx, async (tx) => {
    if ((await requireName(tx, id)).disabledAt) return refuse("webhook_off");
    await queue(tx, { endpointId: id, eventId: randomUUID(), kind: TEST_EVENT, data: {}, at: tx.now });
    return ok({ id });
  });
}

/** Sends what was sent before once more, under the same event's id; refuses a webhook that is off. */
export function sendWebhookAgain(
  ctx: Ctx<Administrator>,
  { id, deliveryId }: SendAgainInput,
): Promise<Result<WebhookIdInput, "webhook_off">> {
  return inTransaction(ctx, async (tx) => {
    if ((await requireName(tx, id)).disabledAt) return refuse("webhook_off");
    const row = await tx.db.webhookDelivery.findUnique({
      where: { id: deliveryId, endpointId: id },
      select: { eventId: true, kind: true, data: true, at: true },
    });
    if (!row) throw new NotFoundError("delivery");
    await queue(tx, { ...row, data: row.data as object, endpointId: id });
    return ok({ id });
  });
}

function queue(
  { db, now }: Ctx<Administrator>,
  delivery: { endpointId: string; eventId: string; kind: string; data: object; at: Date },
) {
  return db.webhookDelivery.create({ data: { ...delivery, dueAt: now }, select: { id: true } });
}

async function requireName({ db }: Ctx<Administrator>, id: string) {
  const row = await db.webhookEndpoint.findUnique({
    where: { id },
    select: { name: true, secretSealed: true, disabledAt: true },
  });
  if (!row) throw new NotFoundError("webhook");
  return row;
}
