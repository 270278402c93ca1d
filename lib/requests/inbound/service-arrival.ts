import "server-only";
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { PublicCtx } from "@/lib/context";
import { mailIn } from "./service-addresses";

const FRESH_SECONDS = 5 * 60;
const SIGNED = /^t=(\d{9,12}),v1=([0-9a-f]{64})$/;

/** The most a raw mail may hold: ten files of a few megabytes each, as mail carries them. */
export const MOST_MAIL_BYTES = 25 * 1_024 * 1_024;

/** True for a body that was signed with the secret of mail in within the last five minutes: HMAC-SHA256 of "t.body". */
export function isSignedMail(header: string | null, body: Uint8Array, now: Date): boolean {
  const on = mailIn();
  const [, at, signature] = SIGNED.exec(header?.trim() ?? "") ?? [];
  if (!on || !at || !signature) return false;
  if (Math.abs(now.getTime() / 1_000 - Number(at)) > FRESH_SECONDS) return false;
  const right = createHmac("sha256", on.secret).update(`${at}.`).update(body).digest();
  return timingSafeEqual(right, Buffer.from(signature, "hex"));
}

/** Keeps a raw mail before anything is made of it; the id of the same bytes that came before, where they did. */
export async function storeMail(ctx: PublicCtx, raw: Uint8Array): Promise<string> {
  const mailbox = mailIn()?.address.toLowerCase() ?? "";
  const digest = createHash("sha256").update(raw).digest("hex");
  const rows = await ctx.db.inboundMail.createManyAndReturn({
    data: { mailbox, digest, receivedAt: ctx.now },
    select: { id: true },
    skipDuplicates: true,
  });
  const [row] = rows;
  if (!row) {
    const { id } = await ctx.db.inboundMail.findUniqueOrThrow({
      where: { mailbox_digest: { mailbox, digest } },
      select: { id: true },
    });
    return id;
  }
  await ctx.db.inboundMailRaw.create({
    data: { mailId: row.id, bytes: new Uint8Array(raw) },
    select: { mailId: true },
  });
  return row.id;
}
