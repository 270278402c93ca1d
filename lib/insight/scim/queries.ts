import "server-only";
import type { Administrator } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import type { Prisma } from "@/prisma/generated/client/client";
import type { ScimFilter } from "./rules";
import type { ScimAccount, ScimListInput } from "./schema";

const COLUMNS = {
  id: true,
  email: true,
  name: true,
  disabledAt: true,
  createdAt: true,
  directoryId: { select: { externalId: true } },
} as const satisfies Prisma.UserSelect;

type Row = Prisma.UserGetPayload<{ select: typeof COLUMNS }>;

function accountOf({ disabledAt, directoryId, ...row }: Row): ScimAccount {
  return { ...row, externalId: directoryId?.externalId ?? null, isActive: disabledAt === null };
}

const WHERE: Record<ScimFilter["attribute"], (value: string) => Prisma.UserWhereInput> = {
  username: (email) => ({ email }),
  externalid: (value) => ({ directoryId: { externalId: { equals: value, mode: "insensitive" } } }),
  id: (id) => ({ id: /^[0-9a-f-]{36}$/.test(id) ? id : { in: [] } }),
};

/** A page of the accounts, oldest first, and how many there are. */
export async function listDirectoryAccounts(
  { db }: Ctx<Administrator>,
  { startIndex, count }: Pick<ScimListInput, "startIndex" | "count">,
  filter: ScimFilter | null,
): Promise<{ total: number; accounts: ScimAccount[] }> {
  const where = { erasedAt: null, ...(filter && WHERE[filter.attribute](filter.value)) };
  const [total, rows] = await Promise.all([
    db.user.count({ where }),
    db.user.findMany({
      where,
      select: COLUMNS,
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      skip: startIndex - 1,
      take: count,
    }),
  ]);
  return { total, accounts: rows.map(accountOf) };
}

/** One account; one that is erased or was never there is not found. */
export async function requireDirectoryAccount({ db }: Pick<Ctx, "db">, id: string): Promise<ScimAccount> {
  const row = await db.user.findUnique({ where: { id, erasedAt: null }, select: COLUMNS });
  if (!row) throw new NotFoundError("account");
  return accountOf(row);
}
