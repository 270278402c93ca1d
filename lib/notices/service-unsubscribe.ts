import "server-only";
import { inTransaction, type PublicCtx } from "@/lib/context";
import { env } from "@/lib/env";
import { signedText, signText } from "@/lib/sealed";

/** What stands in a mail's own address for switching mail of its kinds off: its id, signed, for the person it went to alone. */
export function unsubscribeToken(mailId: string): string {
  return signText(env().NEXTAUTH_SECRET, "unsubscribe", mailId);
}

/** The person a mail went to and the kinds of notices in it; null where the token is not ours or the mail is forgotten. */
export async function readUnsubscribe(
  { db }: PublicCtx,
  token: string,
): Promise<{ userId: string; kinds: string[] } | null> {
  const id = signedText(env().NEXTAUTH_SECRET, "unsubscribe", token);
  if (id === null) return null;
  const mail = await db.outgoingMail.findUnique({
    where: { id },
    select: {
      userId: true,
      notifications: { select: { kind: true }, distinct: ["kind"], orderBy: { kind: "asc" } },
    },
  });
  return mail?.userId ? { userId: mail.userId, kinds: mail.notifications.map(({ kind }) => kind) } : null;
}

/** Tells a person in the app alone of what a mail told; false where the token says nothing. Doing it again changes nothing. */
export async function unsubscribe(ctx: PublicCtx, token: string): Promise<boolean> {
  const read = await readUnsubscribe(ctx, token);
  if (!read) return false;
  const { userId, kinds } = read;
  await inTransaction(ctx, async ({ db }) => {
    const data = kinds.map((kind) => ({ userId, kind, delivery: "app" as const }));
    await db.noticePreference.createMany({ data, skipDuplicates: true });
    // What was switched off altogether stays so.
    await db.noticePreference.updateMany({
      where: { userId, kind: { in: kinds }, delivery: { not: "off" } },
      data: { delivery: "app" },
    });
    await db.notification.updateMany({
      where: { userId, kind: { in: kinds }, mailDueAt: { not: null } },
      data: { mailDueAt: null },
    });
  });
  return true;
}
