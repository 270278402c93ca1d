import "server-only";
import type { Db } from "@/lib/db";
import { env, isDemo } from "@/lib/env";
import { hashOfSecret, newSecret } from "@/lib/secrets";

const ABSOLUTE_MS = 12 * 3_600_000;
const TOUCH_EVERY_MS = 60_000;

function idleMs(): number {
  return isDemo() ? ABSOLUTE_MS : env().SESSION_IDLE_MINUTES * 60_000;
}

/** Opens a session row and returns the random id that goes into the cookie. */
export async function openSession(db: Db, userId: string, now: Date): Promise<string> {
  const id = newSecret();
  const expiresAt = new Date(now.getTime() + ABSOLUTE_MS);
  await db.session.create({ data: { idHash: hashOfSecret(id), userId, lastSeenAt: now, expiresAt } });
  return id;
}

/** The account of a session that is neither revoked, idle too long nor past its end; null otherwise. */
export async function getSessionUserId(db: Db, id: string, now: Date): Promise<string | null> {
  const idHash = hashOfSecret(id);
  const session = await db.session.findUnique({ where: { idHash } });
  if (!session || session.revokedAt || session.expiresAt <= now) return null;
  const idle = now.getTime() - session.lastSeenAt.getTime();
  if (idle > idleMs()) return null;
  if (idle > TOUCH_EVERY_MS) await db.session.updateMany({ where: { idHash }, data: { lastSeenAt: now } });
  return session.userId;
}

/** Ends one session; the next request with its cookie is refused. */
export async function revokeSession(db: Db, id: string, now: Date): Promise<void> {
  await db.session.updateMany({
    where: { idHash: hashOfSecret(id), revokedAt: null },
    data: { revokedAt: now },
  });
}

/** Deletes sessions that ended before an instant. */
export async function forgetExpiredSessions(db: Db, before: Date): Promise<void> {
  await db.session.deleteMany({ where: { expiresAt: { lt: before } } });
}
