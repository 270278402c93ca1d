import "server-only";
import { inTransaction, type SystemCtx } from "@/lib/context";
import type { Db } from "@/lib/db";
import { env } from "@/lib/env";
import { openText } from "@/lib/sealed";
import {
  bodyOfDelivery,
  type DeliveryAnswer,
  endOfEndpoint,
  isDelivered,
  MOST_DELIVERY_ATTEMPTS,
  nextDeliveryAt,
} from "./rules";
import type { WebhookPost } from "./service-post";

const AT_ONCE = 20;

/** How an event is posted; made where the process starts. */
export type PostWebhook = (post: WebhookPost, now: Date) => Promise<DeliveryAnswer>;

type Claimed = {
  id: string;
  eventId: string;
  kind: string;
  data: unknown;
  at: Date;
  attempts: number;
  endpointId: string;
  url: string;
  secretSealed: string;
  previousSealed: string | null;
};

/**
 * Sends what is due, each at least once and to each endpoint under the event's own id; answers how many were tried. What is not
 * taken is tried ten times in three days; an endpoint that is gone, or has failed for five days, is shut.
 */
export async function sendDueWebhooks(ctx: SystemCtx, post: PostWebhook): Promise<number> {
  const claimed = await claimDue(ctx);
  const answers = await Promise.all(claimed.map((one) => post(postOf(one), ctx.now)));
  for (const [i, one] of claimed.entries()) await keepAnswer(ctx, one, answers[i] ?? { fault: "failed" });
  return claimed.length;
}

function postOf({ url, eventId, secretSealed, previousSealed, ...event }: Claimed): WebhookPost {
  const sealed = [secretSealed, ...(previousSealed ? [previousSealed] : [])];
  const secrets = sealed.map((one) => openText(env().NEXTAUTH_SECRET, "webhook secret", one));
  return { url, eventId, secrets, body: bodyOfDelivery(event) };
}

/** Takes some deliveries that are due, oldest first, by putting their next attempt ahead: no other node sends them meanwhile. */
async function claimDue({ db, now }: SystemCtx): Promise<Claimed[]> {
  const rows = await db.$queryRaw<Claimed[]>`
    SELECT d.id, d.event_id AS "eventId", d.kind, d.data, d.at, d.attempts + 1 AS attempts, w.id AS "endpointId", w.url,
      w.secret_sealed AS "secretSealed",
      CASE WHEN w.previous_until > ${now} THEN w.previous_sealed END AS "previousSealed"
    FROM webhook_deliveries d JOIN webhook_endpoints w ON w.id = d.endpoint_id
    WHERE d.ended_at IS NULL AND d.due_at <= ${now} AND w.disabled_at IS NULL ORDER BY d.due_at LIMIT ${AT_ONCE}`;
  const claimed: Claimed[] = [];
  for (const row of rows) {
    const { count } = await db.webhookDelivery.updateMany({
      where: { id: row.id, endedAt: null, attempts: row.attempts - 1 },
      data: {
        attempts: row.attempts,
        triedAt: now,
        dueAt: nextDeliveryAt(row.attempts, now, Math.random()),
      },
    });
    if (count === 1) claimed.push(row);
  }
  return claimed;
}

function keepAnswer(ctx: SystemCtx, one: Claimed, answer: DeliveryAnswer): Promise<void> {
  return inTransaction(ctx, async ({ db, now }) => {
    const isDone = isDelivered(answer);
    const isOver = isDone || one.attempts >= MOST_DELIVERY_ATTEMPTS;
    await db.webhookDelivery.updateMany({
      where: { id: one.id },
      data: {
        status: "status" in answer ? answer.status : null,
        fault: "fault" in answer ? answer.fault : null,
        ...(isOver && { endedAt: now, delivered: isDone }),
      },
    });
    if (isDone) {
      const where = { id: one.endpointId, failingSince: { not: null } };
      await db.webhookEndpoint.updateMany({ where, data: { failingSince: null } });
      return;
    }
    await keepFailure(db, one.endpointId, answer, now);
  });
}

async function keepFailure(db: Db, id: string, answer: DeliveryAnswer, now: Date): Promise<void> {
  const endpoint = await db.webhookEndpoint.findUnique({ where: { id }, select: { failingSince: true } });
  if (!endpoint) return;
  const end = endOfEndpoint(answer, endpoint.failingSince, now);
  await db.webhookEndpoint.updateMany({
    where: { id, disabledAt: null },
    data: {
      failingSince: endpoint.failingSince ?? now,
      ...(end && { disabledAt: now, disabledBy: end }),
    },
  });
  if (!end) return;
  const waiting = { endpointId: id, endedAt: null };
  await db.webhookDelivery.updateMany({ where: waiting, data: { endedAt: now } });
}

/** The webhooks that ended by themselves and that administrators were not told of; each is given out once. */
export function claimShutWebhooks(tx: SystemCtx): Promise<{ id: string; name: string }[]> {
  return tx.db.webhookEndpoint.updateManyAndReturn({
    where: { disabledBy: { in: ["gone", "failing"] }, toldAt: null },
    data: { toldAt: tx.now },
    select: { id: true, name: true },
  });
}

/** Deletes deliveries of events that happened before an instant. */
export async function forgetOldDeliveries(db: Db, before: Date): Promise<void> {
  await db.webhookDelivery.deleteMany({ where: { at: { lt: before } } });
}
