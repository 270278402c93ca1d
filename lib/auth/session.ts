import "server-only";
import type { Person } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { env, isDemo } from "@/lib/env";
import { hashOfSecret, newSecret } from "@/lib/secrets";
import { PERSON_COLUMNS, type PersonRow, personOf } from "./person";

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

/** The person of a session that is neither revoked, idle too long nor past its end, with the roles they have now; null otherwise. */
export async function getSessionPerson(db: Db, id: string, now: Date): Promise<Person | null> {
  const idHash = hashOfSecret(id);
  const [row] = await db.$queryRaw<(PersonRow & { lastSeenAt: Date })[]>`
    SELECT ${PERSON_COLUMNS}, s.last_seen_at AS "lastSeenAt" FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id_hash = ${idHash} AND s.revoked_at IS NULL AND s.expires_at > ${now}
      AND s.last_seen_at >= ${new Date(now.getTime() - idleMs())}`;
  if (!row) return null;
  const idle = now.getTime() - row.lastSeenAt.getTime();
  if (idle > TOUCH_EVERY_MS) await db.session.updateMany({ where: { idHash }, data: { lastSeenAt: now } });
  return personOf(row, now);
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
