import "server-only";
import type { Administrator } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import type { Prisma } from "@/prisma/generated/client/client";
import { MOST_WEBHOOKS, type WebhookDeliveryView, type WebhookView } from "./schema";

const MOST_DELIVERIES = 100;

const WEBHOOK = {
  id: true,
  name: true,
  url: true,
  events: true,
  createdAt: true,
  failingSince: true,
  disabledBy: true,
} as const satisfies Prisma.WebhookEndpointSelect;

function viewOf({
  createdAt,
  failingSince,
  ...row
}: Prisma.WebhookEndpointGetPayload<{ select: typeof WEBHOOK }>): WebhookView {
  return {
    ...row,
    createdAt: createdAt.toISOString(),
    failingSince: failingSince?.toISOString() ?? null,
  };
}

/** The webhooks of the installation, by name. */
export async function listWebhooks({ db }: Ctx<Administrator>): Promise<WebhookView[]> {
  const rows = await db.webhookEndpoint.findMany({
    select: WEBHOOK,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MOST_WEBHOOKS,
  });
  return rows.map(viewOf);
}

/** One webhook; any other is not found. */
export async function requireWebhook({ db }: Ctx<Administrator>, id: string): Promise<WebhookView> {
  const row = await db.webhookEndpoint.findUnique({ where: { id }, select: WEBHOOK });
  if (!row) throw new NotFoundError("webhook");
  return viewOf(row);
}

/** What was sent to a webhook in the last thirty days, or is to be, the latest first. */
export async function listWebhookDeliveries(
  ctx: Ctx<Administrator>,
  id: string,
): Promise<WebhookDeliveryView[]> {
  await requireWebhook(ctx, id);
  const rows = await ctx.db.webhookDelivery.findMany({
    where: { endpointId: id },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: MOST_DELIVERIES,
  });
  return rows.map(
    ({ at, triedAt, endedAt, delivered, dueAt, eventId, kind, attempts, status, fault, ...row }) => ({
      ...{ id: row.id, eventId, kind, attempts, status, fault },
      at: at.toISOString(),
      state: endedAt ? (delivered ? "delivered" : "failed") : "waiting",
      triedAt: triedAt?.toISOString() ?? null,
      dueAt: endedAt ? null : dueAt.toISOString(),
    }),
  );
}
