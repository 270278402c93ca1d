import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import type { SystemCtx } from "@/lib/context";
import { db } from "@/lib/db";
import { logFailure } from "@/lib/log";
import { tellOfShutWebhooks } from "@/lib/notices/service-webhooks";
import { postWebhook } from "@/lib/webhooks/service-post";
import { type PostWebhook, sendDueWebhooks } from "@/lib/webhooks/service-sending";

const PAUSE_MS = 5_000;
const shared = globalThis as { standbyWebhookStop?: AbortController };

/** Sends what is due to webhooks until nothing is, and tells of those that have ended. */
export async function sendWebhooks(makeCtx: () => SystemCtx, post: PostWebhook): Promise<void> {
  while ((await sendDueWebhooks(makeCtx(), post)) > 0);
  await tellOfShutWebhooks(makeCtx());
}

/** Sends to webhooks from this process, every few seconds, whatever other nodes do. */
export function sendWebhooksHere(): void {
  if (!process.env.DATABASE_URL || !process.env.NEXTAUTH_SECRET || shared.standbyWebhookStop) return;
  const stop = new AbortController();
  shared.standbyWebhookStop = stop;
  process.once("SIGTERM", () => stop.abort());
  void sendUntil(stop.signal);
}

async function sendUntil(signal: AbortSignal): Promise<void> {
  const makeCtx = (): SystemCtx => ({ actor: null, by: "send-webhooks", db: db(), now: new Date() });
  while (!signal.aborted) {
    await sendWebhooks(makeCtx, postWebhook).catch((error) =>
      logFailure(error, { reference: "webhooks", where: "webhooks" }),
    );
    await wait(PAUSE_MS, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
