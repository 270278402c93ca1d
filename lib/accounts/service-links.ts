import "server-only";
import { type AuditCtx, audit } from "@/lib/audit";
import type { PublicCtx } from "@/lib/context";
import type { Db } from "@/lib/db";
import { isMailOn } from "@/lib/env";
import { queueMails } from "@/lib/mail/service";
import { ok, type Result, refuse } from "@/lib/result";
import { hashOfSecret, newSecret } from "@/lib/secrets";
import { accountAudit } from "./audit";
import { type LinkPurpose, type LinkRefusal, linkExpiresAt, refusalOfLink } from "./rules";
import type { NewLink } from "./schema";

const LINK = { userId: true, usedAt: true, expiresAt: true } as const;

/**
 * Makes a password link for each account, which ends the one it had, and sends it where there is mail; returns their secrets by
 * account, once.
 */
export async function makePasswordLinks(
  tx: AuditCtx,
  userIds: readonly string[],
): Promise<Map<string, NewLink>> {
  const links = await writePasswordLinks(tx, userIds, "invitation");
  await tx.db.user.updateMany({ where: { id: { in: [...userIds] } }, data: { invitedAt: tx.now } });
  await audit(tx, ...userIds.map((userId) => accountAudit("account.invited", userId)));
  return links;
}

/** Sends a person the link to a new password; it stands for an hour, and ends the one they had. */
export async function sendResetLink(tx: AuditCtx, userId: string): Promise<void> {
  await writePasswordLinks(tx, [userId], "password_reset");
  await audit(tx, accountAudit("account.reset_asked", userId));
}

async function writePasswordLinks(
  tx: AuditCtx,
  userIds: readonly string[],
  kind: "invitation" | "password_reset",
): Promise<Map<string, NewLink>> {
  const { db, now } = tx;
  const expiresAt = linkExpiresAt(kind, now);
  const links = new Map(
    userIds.map((userId) => [userId, { token: newSecret(), expiresAt, isMailed: isMailOn() }]),
  );
  await db.oneTimeLink.deleteMany({
    where: { userId: { in: [...userIds] }, purpose: "password", usedAt: null },
  });
  await db.oneTimeLink.createMany({
    data: [...links].map(([userId, { token }]) => ({
      userId,
      purpose: "password",
      tokenHash: hashOfSecret(token),
      expiresAt,
    })),
  });
  await queueMails(
    tx,
    [...links].map(([userId, { token: secret }]) => ({ userId, kind, secret })),
  );
  return links;
}

/** Makes a one-time link and returns its secret, once; only the SHA-256 is stored. */
export async function makeLink(
  db: Db,
  purpose: "set_up",
  { userId, now }: { userId?: string; now: Date },
): Promise<NewLink> {
  const token = newSecret();
  const expiresAt = linkExpiresAt(purpose, now);
  await db.oneTimeLink.create({ data: { tokenHash: hashOfSecret(token), purpose, userId, expiresAt } });
  return { token, expiresAt, isMailed: false };
}

/** Whose link it is while it still opens, else why it does not. */
export async function readLink(
  { db, now }: PublicCtx,
  purpose: LinkPurpose,
  token: string,
): Promise<Result<{ userId: string | null; expiresAt: Date }, LinkRefusal>> {
  const link = await db.oneTimeLink.findUnique({
    where: { tokenHash: hashOfSecret(token), purpose },
    select: LINK,
  });
  if (!link) return refuse("link_unknown");
  return refusalOfLink(link, now) ?? ok({ userId: link.userId, expiresAt: link.expiresAt });
}

/** Spends a link; of two who come at once, the second is refused. */
export async function spendLink(
  tx: PublicCtx,
  purpose: LinkPurpose,
  token: string,
): Promise<Result<null, LinkRefusal>> {
  const { count } = await tx.db.oneTimeLink.updateMany({
    where: { tokenHash: hashOfSecret(token), purpose, usedAt: null, expiresAt: { gt: tx.now } },
    data: { usedAt: tx.now },
  });
  if (count === 1) return ok(null);
  const answer = await readLink(tx, purpose, token);
  return answer.ok ? refuse("link_unknown") : answer;
}

/** Deletes one-time links that ended before an instant. */
export async function forgetExpiredLinks(db: Db, before: Date): Promise<void> {
  await db.oneTimeLink.deleteMany({ where: { expiresAt: { lt: before } } });
}
