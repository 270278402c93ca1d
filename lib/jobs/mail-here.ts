import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import type { SystemCtx } from "@/lib/context";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { logFailure } from "@/lib/log";
import { type MailPost, sendDueMails } from "@/lib/mail/service";
import { deliveryBy } from "@/lib/mail/service-smtp";
import { gatherNotices } from "@/lib/notices/service-mail";
import { composeMail } from "./mails";

const PAUSE_MS = 5_000;
const shared = globalThis as { standbyMailStop?: AbortController };

/** Puts due notices into the outbox and sends what is due there, until nothing is. */
export async function sendMails(makeCtx: () => SystemCtx, deliver: MailPost["deliver"]): Promise<void> {
  await gatherNotices(makeCtx());
  while ((await sendDueMails(makeCtx(), { compose: composeMail, deliver })) > 0);
}

/** Sends mail from this process, every few seconds, whatever other nodes do: a person waits for a new password. */
export function sendMailsHere(): void {
  const { SMTP_URL: url, MAIL_FROM: from, NEXTAUTH_URL: publicUrl } = env();
  if (!process.env.DATABASE_URL || !url || shared.standbyMailStop) return;
  const stop = new AbortController();
  shared.standbyMailStop = stop;
  process.once("SIGTERM", () => stop.abort());
  void sendUntil(stop.signal, deliveryBy({ url, from, publicUrl }));
}

async function sendUntil(signal: AbortSignal, deliver: MailPost["deliver"]): Promise<void> {
  const makeCtx = (): SystemCtx => ({ actor: null, by: "send-mail", db: db(), now: new Date() });
  while (!signal.aborted) {
    await sendMails(makeCtx, deliver).catch((error) =>
      logFailure(error, { reference: "mail", where: "mail" }),
    );
    await wait(PAUSE_MS, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
