import "server-only";
import type { Administrator } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { pageOf } from "@/lib/cursor";
import { NotFoundError } from "@/lib/errors";
import { isFactorMandatory } from "@/lib/second-factor";
import { Prisma } from "@/prisma/generated/client/client";
import { isNamed, NAME_ORDER } from "./queries-names";
import { ACCOUNT_FACTS } from "./queries-standing";
import { type AccountFacts, standingOf } from "./rules";
import type { AccountFactor, AccountRole, AccountView, ListAccountsInput } from "./schema";

const HAS_ROLE: Record<AccountRole, Prisma.Sql> = {
  manager: Prisma.sql`EXISTS (SELECT FROM pool_managers r WHERE r.user_id = u.id)`,
  assistant: Prisma.sql`EXISTS (SELECT FROM assistants r WHERE r.user_id = u.id)`,
  executive: Prisma.sql`EXISTS (SELECT FROM executives r WHERE r.user_id = u.id)`,
  administrator: Prisma.sql`u.is_administrator`,
};

type FactorFacts = {
  factorSince: Date | null;
  factorRequiredAt: Date | null;
  factorResetAt: Date | null;
  linkedAt: Date | null;
};
type Listed = {
  userId: string;
  name: string;
  email: string;
  key: string;
  facts: AccountFacts;
} & FactorFacts &
  Record<AccountRole, boolean>;

function readAccounts(ctx: Ctx<Administrator>, conditions: Prisma.Sql[], limit: number): Promise<Listed[]> {
  const roles = Object.entries(HAS_ROLE).map(([role, has]) => Prisma.sql`${has} AS ${Prisma.raw(role)}`);
  return ctx.db.$queryRaw<Listed[]>`
    SELECT u.id AS "userId", u.name, u.email, lower(u.name) AS key, ${Prisma.join(roles)}, ${ACCOUNT_FACTS} AS facts,
      f.confirmed_at AS "factorSince", u.factor_required_at AS "factorRequiredAt", u.factor_reset_at AS "factorResetAt",
      (SELECT max(i.linked_at) FROM user_identities i WHERE i.user_id = u.id) AS "linkedAt"
    FROM users u LEFT JOIN second_factors f ON f.user_id = u.id
    WHERE ${Prisma.join([Prisma.sql`u.erased_at IS NULL`, ...conditions], " AND ")}
    ORDER BY ${NAME_ORDER}, u.id
    LIMIT ${limit}`;
}

function accountView(row: Listed, now: Date): AccountView {
  const { userId, name, email, facts } = row;
  const roles = (Object.keys(HAS_ROLE) as AccountRole[]).filter((role) => row[role]);
  const linkedAt = row.linkedAt?.toISOString() ?? null;
  return { userId, name, email, roles, ...standingOf(facts, now), factor: factorView(row), linkedAt };
}

function factorView({ factorSince, factorRequiredAt, factorResetAt, ...row }: Listed): AccountFactor {
  const byRole = { isAdministrator: row.administrator, leadsPools: row.manager, factorRequiredAt: null };
  return {
    since: factorSince?.toISOString() ?? null,
    resetAt: factorResetAt?.toISOString() ?? null,
    required: isFactorMandatory(byRole) ? "by_role" : factorRequiredAt ? "by_administrator" : "no",
  };
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

/** How many administrators besides the actor have an account that is open. */
export function countOtherAdministrators({ db, actor }: Ctx<Administrator>): Promise<number> {
  return db.user.count({ where: { isAdministrator: true, disabledAt: null, id: { not: actor.userId } } });
}
