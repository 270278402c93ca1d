import "server-only";
import type { Administrator } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { pageOf } from "@/lib/cursor";
import { NotFoundError } from "@/lib/errors";
import { Prisma } from "@/prisma/generated/client/client";
import { isNamed, NAME_ORDER } from "./queries-names";
import { ACCOUNT_FACTS } from "./queries-standing";
import { type AccountFacts, standingOf } from "./rules";
import type { AccountRole, AccountView, ListAccountsInput } from "./schema";

const HAS_ROLE: Record<AccountRole, Prisma.Sql> = {
  manager: Prisma.sql`EXISTS (SELECT FROM pool_managers r WHERE r.user_id = u.id)`,
  assistant: Prisma.sql`EXISTS (SELECT FROM assistants r WHERE r.user_id = u.id)`,
  executive: Prisma.sql`EXISTS (SELECT FROM executives r WHERE r.user_id = u.id)`,
  administrator: Prisma.sql`u.is_administrator`,
};

type Listed = { userId: string; name: string; email: string; key: string; facts: AccountFacts } & Record<
  AccountRole,
  boolean
>;

function readAccounts(ctx: Ctx<Administrator>, conditions: Prisma.Sql[], limit: number): Promise<Listed[]> {
  const roles = Object.entries(HAS_ROLE).map(([role, has]) => Prisma.sql`${has} AS ${Prisma.raw(role)}`);
  return ctx.db.$queryRaw<Listed[]>`
    SELECT u.id AS "userId", u.name, u.email, lower(u.name) AS key, ${Prisma.join(roles)}, ${ACCOUNT_FACTS} AS facts
    FROM users u
    WHERE ${conditions.length > 0 ? Prisma.join(conditions, " AND ") : Prisma.sql`true`}
    ORDER BY ${NAME_ORDER}, u.id
    LIMIT ${limit}`;
}

function accountView(row: Listed, now: Date): AccountView {
  const { userId, name, email, facts } = row;
  const roles = (Object.keys(HAS_ROLE) as AccountRole[]).filter((role) => row[role]);
  return { userId, name, email, roles, ...standingOf(facts, now) };
}

/** A page of all accounts by name, with their roles and how each stands. */
export async function listAccounts(
  ctx: Ctx<Administrator>,
  { q, role, cursor, limit }: ListAccountsInput,
): Promise<{ items: AccountView[]; nextCursor: string | null }> {
  const conditions = [
    ...(q ? [isNamed(q)] : []),
    ...(role ? [HAS_ROLE[role]] : []),
    ...(cursor ? [Prisma.sql`(${NAME_ORDER}, u.id) > (${cursor.key}, ${cursor.id}::uuid)`] : []),
  ];
  const rows = await readAccounts(ctx, conditions, limit + 1);
  return pageOf(
    rows,
    limit,
    (row) => ({ key: row.key, id: row.userId }),
    (row) => accountView(row, ctx.now),
  );
}

/** One account. */
export async function requireAccount(ctx: Ctx<Administrator>, userId: string): Promise<AccountView> {
  const [row] = await readAccounts(ctx, [Prisma.sql`u.id = ${userId}::uuid`], 1);
  if (!row) throw new NotFoundError("account");
  return accountView(row, ctx.now);
}
