import "server-only";
import type { Ctx, PublicCtx } from "@/lib/context";
import type { Db } from "@/lib/db";
import { type Locale, localeOf } from "@/lib/i18n/locales";

/** Holds an account until the transaction ends. Locked before its links, always, so that nobody waits in a circle. */
export async function lockAccount(tx: PublicCtx, userId: string | null): Promise<void> {
  await tx.db.$queryRaw`SELECT id FROM users WHERE id = ${userId}::uuid FOR UPDATE`;
}

/** Kills the links by which an account's password could still be set. */
export async function dropPasswordLinks(tx: PublicCtx, userId: string): Promise<void> {
  await tx.db.oneTimeLink.deleteMany({ where: { userId, purpose: "password", usedAt: null } });
}

/** Ends every session of an account, but for one whose hash is given, and every sign-in whose code is still to come. */
export async function endSessions(tx: PublicCtx, userId: string, butHash?: string): Promise<number> {
  await tx.db.signInChallenge.updateMany({ where: { userId, endedAt: null }, data: { endedAt: tx.now } });
  const { count } = await tx.db.session.updateMany({
    where: { userId, revokedAt: null, ...(butHash && { idHash: { not: butHash } }) },
    data: { revokedAt: tx.now },
  });
  return count;
}

/** Signs the actor out everywhere but in the browser they are asking from; answers of how many. */
export function endOtherSessions(ctx: Ctx): Promise<number> {
  return endSessions(ctx, ctx.actor.userId, ctx.actor.session?.idHash);
}

/** Ends the API tokens of an account; they stay ended when it is opened again. */
export async function endApiTokens(tx: PublicCtx, userId: string): Promise<void> {
  await tx.db.apiToken.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: tx.now } });
}

/** Shuts an account whose person is erased anew: nothing opens it any more. */
export async function shutForErasing(tx: PublicCtx, userId: string): Promise<void> {
  await tx.db.user.updateMany({ where: { id: userId, disabledAt: null }, data: { disabledAt: tx.now } });
  await endSessions(tx, userId);
  await endApiTokens(tx, userId);
}

/** What an erased person is called from then on, in the language they read. */
const ERASED_NAMES: Record<Locale, string> = { en: "Former colleague", sv: "Tidigare kollega" };

/** Takes name, address and password from an account that is shut, for good. */
export async function anonymiseAccount(tx: PublicCtx, userId: string): Promise<void> {
  const { locale } = await tx.db.user.findUniqueOrThrow({ where: { id: userId }, select: { locale: true } });
  await tx.db.user.update({
    where: { id: userId },
    data: {
      name: ERASED_NAMES[localeOf(locale)],
      email: `${userId}@erased.invalid`,
      passwordHash: null,
      isAdministrator: false,
      locale: "en",
      lastSeenAt: null,
      erasedAt: tx.now,
    },
    select: { id: true },
  });
}

/** Keeps on the accounts when they were last here, before the sessions that ended by an instant are deleted. */
export async function keepLastSeen(db: Db, before: Date): Promise<void> {
  await db.$executeRaw`
    UPDATE users u SET last_seen_at = greatest(u.last_seen_at, s.at)
    FROM (SELECT user_id, max(last_seen_at) AS at FROM sessions WHERE expires_at < ${before} GROUP BY user_id) s
    WHERE s.user_id = u.id AND (u.last_seen_at IS NULL OR u.last_seen_at < s.at)`;
}
