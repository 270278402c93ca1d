import "server-only";
import { createHmac, randomBytes } from "node:crypto";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { DeliveryAnswer } from "./rules";
import { lookupOpen, mayLeadTo } from "./service-address";

const PATIENCE_MS = 10_000;
const PREFIX = "whsec_";
const SECRET_BYTES = 32;

/** A new secret in the form of Standard Webhooks. */
export function newWebhookSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString("base64");
}

/** What is posted: an event with its body, and the secrets that hold now. */
export type WebhookPost = { url: string; eventId: string; body: string; secrets: readonly string[] };

/** The headers of Standard Webhooks 1.0: the event's id, when it is sent, and a signature by each secret. */
export function headersOfPost({ eventId, body, secrets }: Omit<WebhookPost, "url">, now: Date) {
  const seconds = String(Math.floor(now.getTime() / 1_000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), "base64");
    return `v1,${createHmac("sha256", key).update(`${eventId}.${seconds}.${body}`).digest("base64")}`;
  });
  return {
    "webhook-id": eventId,
    "webhook-timestamp": seconds,
    "webhook-signature": signatures.join(" "),
  };
}

/** Posts an event, for ten seconds at most. No redirect is followed, no address inside is connected to, and of the answer only the status is read. */
export function postWebhook(post: WebhookPost, now: Date): Promise<DeliveryAnswer> {
  if (!mayLeadTo(post.url)) return Promise.resolve({ fault: "EINSIDE" });
  const request = post.url.startsWith("https:") ? requestHttps : requestHttp;
  return new Promise((resolve) => {
    const sent = request(
      post.url,
      {
        method: "POST",
        lookup: lookupOpen,
        agent: false,
        signal: AbortSignal.timeout(PATIENCE_MS),
        headers: {
          "Content-Type": "application/json",
          "Content-Length": Buffer.byteLength(post.body),
          "User-Agent": "Standby",
          ...headersOfPost(post, now),
        },
      },
      (answer) => {
        resolve({ status: answer.statusCode ?? 0 });
        answer.destroy();
      },
    );
    sent.on("error", (error: Error & { code?: string }) =>
      resolve({ fault: error.name === "AbortError" ? "ETIMEDOUT" : (error.code ?? "failed").slice(0, 40) }),
    );
    sent.end(post.body);
  });
}
