import "server-only";
import type { Person } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { env, isDemo } from "@/lib/env";
import { hashOfSecret, newSecret } from "@/lib/secrets";
import { PERSON_COLUMNS, type PersonRow, personOf } from "./person";

const ABSOLUTE_MS = 12 * 3_600_000;
const TOUCH_EVERY_MS = 60_000;
const LONGEST_AGENT = 300;

function idleMs(): number {
  return isDemo() ? ABSOLUTE_MS : env().SESSION_IDLE_MINUTES * 60_000;
}

/** The earliest moment at which a session must have been used to be alive now. */
export function aliveSince(now: Date): Date {
  return new Date(now.getTime() - idleMs());
}

/**
 * Opens a session row, for a browser as it calls itself, and returns the random id that goes into the cookie. PostgreSQL refuses
 * one without the second factor for an account that has it.
 */
export async function openSession(
  db: Db,
  userId: string,
  now: Date,
  { agent = null, byFactor = false }: { agent?: string | null; byFactor?: boolean } = {},
): Promise<string> {
  const id = newSecret();
  const expiresAt = new Date(now.getTime() + ABSOLUTE_MS);
  await db.session.create({
    data: {
      idHash: hashOfSecret(id),
      userId,
      lastSeenAt: now,
      expiresAt,
      agent: agent?.slice(0, LONGEST_AGENT) ?? null,
      provenAt: now,
      byFactor,
    },
  });
  return id;
}

type SessionRow = PersonRow & { idHash: string; lastSeenAt: Date; provenAt: Date };

async function readSessions(db: Db, ids: readonly string[], now: Date): Promise<SessionRow[]> {
  return db.$queryRaw<SessionRow[]>`
    SELECT ${PERSON_COLUMNS}, s.id_hash AS "idHash", s.last_seen_at AS "lastSeenAt",
      s.proven_at AS "provenAt"
    FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id_hash = ANY(${ids.map(hashOfSecret)}) AND s.revoked_at IS NULL AND s.expires_at > ${now}
      AND s.last_seen_at >= ${aliveSince(now)}`;
}

function sessionOf({ idHash, provenAt }: SessionRow): Person["session"] {
  return { idHash, provenAt };
}

/** The person of a session that is neither revoked, idle too long nor past its end, with the roles they have now; null otherwise. */
export async function getSessionPerson(db: Db, id: string, now: Date): Promise<Person | null> {
  const [row] = await readSessions(db, [id], now);
  if (!row) return null;
  const idle = now.getTime() - row.lastSeenAt.getTime();
  if (idle > TOUCH_EVERY_MS)
    await db.session.updateMany({ where: { idHash: row.idHash }, data: { lastSeenAt: now } });
  return personOf(row, now, sessionOf(row));
}

/** The same of several sessions at once, for what an open page asks by itself: it is no sign of life. */
export async function listSessionPeople(
  db: Db,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, Person>> {
  if (ids.length === 0) return new Map();
  const rows = new Map((await readSessions(db, ids, now)).map((row) => [row.idHash, row]));
  return new Map(
    ids.flatMap((id) => {
      const row = rows.get(hashOfSecret(id));
      const person = row && personOf(row, now, sessionOf(row));
      return person ? [[id, person] as const] : [];
    }),
  );
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
