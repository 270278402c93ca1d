import "server-only";
import type { Person } from "@/lib/actor";
import { apiTokenIn } from "@/lib/api-token";
import type { Db } from "@/lib/db";
import { hashOfSecret } from "@/lib/secrets";
import { PERSON_COLUMNS, type PersonRow, personOf } from "./person";

const TOUCH_EVERY_MS = 60_000;

type BearerRow = PersonRow & { tokenId: string; scopes: string[]; lastUsedAt: Date | null };

/** Whom an API token speaks for, and how far it goes. */
export type Bearer = { person: Person; scopes: ReadonlySet<string> };

/** The person an `Authorization: Bearer` header speaks for; null when it is unknown, ended or revoked, or its owner disabled or past their last day. */
export async function getBearer(db: Db, authorization: string | null, now: Date): Promise<Bearer | null> {
  const token = apiTokenIn(authorization);
  if (!token) return null;
  const [row] = await db.$queryRaw<BearerRow[]>`
    SELECT ${PERSON_COLUMNS}, t.id AS "tokenId", t.scopes, t.last_used_at AS "lastUsedAt"
    FROM api_tokens t JOIN users u ON u.id = t.user_id
    WHERE t.token_hash = ${hashOfSecret(token)} AND t.revoked_at IS NULL AND t.expires_at > ${now}`;
  if (!row) return null;
  if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() > TOUCH_EVERY_MS) {
    await db.apiToken.updateMany({ where: { id: row.tokenId }, data: { lastUsedAt: now } });
  }
  const person = personOf(row, now);
  return person && { person, scopes: new Set(row.scopes) };
}
