import "server-only";
import type { PublicCtx } from "@/lib/context";
import type { Db } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client/client";
import type { AccountFacts } from "./rules";

/** The facts of the account `u` that `standingOf` reads, as JSON. */
export const ACCOUNT_FACTS = Prisma.sql`json_build_object(
  'hasPassword', u.password_hash IS NOT NULL, 'disabledAt', u.disabled_at, 'invitedAt', u.invited_at,
  'linkExpiresAt', (SELECT max(l.expires_at) FROM one_time_links l
    WHERE l.user_id = u.id AND l.purpose = 'password' AND l.used_at IS NULL),
  'activeSince', u.active_since,
  'lastSeenAt', greatest(u.last_seen_at, (SELECT max(s.last_seen_at) FROM sessions s WHERE s.user_id = u.id),
    (SELECT max(t.last_used_at) FROM api_tokens t WHERE t.user_id = u.id)))`;

/** The same of some accounts, by their ids. */
export async function readAccountFacts(db: Db, ids: readonly string[]): Promise<Map<string, AccountFacts>> {
  const rows = await db.$queryRaw<{ id: string; facts: AccountFacts }[]>`
    SELECT u.id, ${ACCOUNT_FACTS} AS facts FROM users u WHERE u.id = ANY(${[...ids]}::uuid[])`;
  return new Map(rows.map(({ id, facts }) => [id, facts]));
}

/** The accounts of those who administer. */
export async function listAdministratorIds({ db }: PublicCtx): Promise<string[]> {
  const where = { isAdministrator: true, disabledAt: null };
  const rows = await db.user.findMany({ where, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** True for accounts `u` whose state is `not_invited`, as `standingOf` has it. */
export const IS_NOT_INVITED = Prisma.sql`(u.disabled_at IS NULL AND u.password_hash IS NULL AND u.invited_at IS NULL)`;

/** True for accounts `u` whose state is `active`, as `standingOf` has it. */
export const IS_ACTIVE = Prisma.sql`(u.disabled_at IS NULL AND u.password_hash IS NOT NULL)`;
