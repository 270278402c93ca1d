import "server-only";
import { randomUUID } from "node:crypto";
import type { PublicCtx } from "@/lib/context";

/** Something that happened, as programs are told of it: its kind, and the ids and times of it. */
export type WebhookEvent = { kind: string; data: Readonly<Record<string, unknown>> };

/** Puts events into the outbox of every webhook that asked for their kind, in the transaction of what happened and in one statement. */
export async function queueWebhooks({ db, now }: PublicCtx, events: readonly WebhookEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ kind, data }) => ({ event_id: randomUUID(), kind, data }));
  await db.$executeRaw`
    INSERT INTO webhook_deliveries (id, endpoint_id, event_id, kind, data, at, due_at)
    SELECT gen_random_uuid(), w.id, e.event_id, e.kind, e.data, ${now}, ${now}
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS e (event_id uuid, kind text, data jsonb)
    JOIN webhook_endpoints w ON e.kind = ANY(w.events) AND w.disabled_at IS NULL`;
}
