import { asAnyone } from "@/lib/auth/guards";
import { getPerson } from "@/lib/auth/person";
import { isBusy } from "@/lib/errors";
import { readArrivedMail } from "@/lib/insight/mail-in/service";
import { logFailure } from "@/lib/log";
import { isSignedMail, MOST_MAIL_BYTES, storeMail } from "@/lib/requests/inbound/service-arrival";
import { requestIdOf } from "@/lib/server/request-id";

export const dynamic = "force-dynamic";

const SIGNATURE = "x-standby-signature";

/**
 * Takes a raw mail that the organisation's mail server hands over, signed. It is kept before it is read, so that what goes wrong
 * afterwards loses nothing; what came before is answered alike.
 */
export async function POST(request: Request): Promise<Response> {
  const raw = await bytesOf(request);
  if (!raw) return new Response(null, { status: 413 });
  const ctx = { ...asAnyone(), actor: null, by: "read-mails" };
  if (!isSignedMail(request.headers.get(SIGNATURE), raw, ctx.now)) return new Response(null, { status: 401 });
  if (raw.length === 0) return new Response(null, { status: 422 });
  try {
    const id = await storeMail(ctx, raw);
    await readArrivedMail(ctx, id, (userId) => getPerson(ctx.db, userId, ctx.now)).catch((error) =>
      logFailure(error, { reference: id, where: "mail in" }),
    );
    return Response.json({ id }, { status: 202 });
  } catch (error) {
    logFailure(error, { reference: requestIdOf(request), where: "mail in" });
    return new Response(null, { status: isBusy(error) ? 503 : 500 });
  }
}

/** The body, read no further than it may be long; null beyond that. */
async function bytesOf(request: Request): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length") ?? 0) > MOST_MAIL_BYTES) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > MOST_MAIL_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
