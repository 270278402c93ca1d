import "server-only";
import type { Person } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { hashOfSecret, newSecret } from "@/lib/secrets";
import { PERSON_COLUMNS, type PersonRow, personOf } from "./person";

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
  const [row] = await db.$queryRaw<(PersonRow & { tokenId: string; lastUsedAt: Date | null })[]>`
    SELECT ${PERSON_COLUMNS}, t.id AS "tokenId", t.last_used_at AS "lastUsedAt"
    FROM api_tokens t JOIN users u ON u.id = t.user_id
    WHERE t.token_hash = ${hashOfSecret(token)} AND t.revoked_at IS NULL`;
  if (!row) return null;
  if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() > TOUCH_EVERY_MS) {
    await db.apiToken.updateMany({ where: { id: row.tokenId }, data: { lastUsedAt: now } });
  }
  return personOf(row, now);
}
