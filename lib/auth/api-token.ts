import "server-only";
import type { Person } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { hashOfSecret, newSecret } from "@/lib/secrets";
import { getPerson } from "./person";

const PREFIX = "standby_";
const TOUCH_EVERY_MS = 60_000;

/** Makes an API token for an account and returns it in clear, once; only its hash is stored. */
export async function issueApiToken(db: Db, userId: string, name: string): Promise<string> {
  const token = `${PREFIX}${newSecret()}`;
  await db.apiToken.create({ data: { userId, name, tokenHash: hashOfSecret(token) } });
  return token;
}

/** The person an `Authorization: Bearer` header speaks for; null when it is unknown, revoked, disabled or past their last day. */
export async function getBearer(db: Db, authorization: string | null, now: Date): Promise<Person | null> {
  const token = /^Bearer (standby_[\w-]{43})$/i.exec(authorization ?? "")?.[1];
  if (!token) return null;
  const row = await db.apiToken.findUnique({ where: { tokenHash: hashOfSecret(token) } });
  if (!row || row.revokedAt) return null;
  if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() > TOUCH_EVERY_MS) {
    await db.apiToken.updateMany({ where: { id: row.id }, data: { lastUsedAt: now } });
  }
  return getPerson(db, row.userId, now);
}
