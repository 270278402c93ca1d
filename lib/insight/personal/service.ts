import "server-only";
import { accountAudit } from "@/lib/accounts/audit";
import type { AccountIdInput } from "@/lib/accounts/schema";
import { anonymiseAccount, lockAccount, shutForErasing } from "@/lib/accounts/service-keys";
import type { Administrator } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction, type PublicCtx, type SystemCtx } from "@/lib/context";
import { rememberErasure } from "@/lib/erasures";
import { NotFoundError } from "@/lib/errors";
import { refusalUnlessProven } from "@/lib/proof";
import { ok, type Result, refuse } from "@/lib/result";
import { Prisma } from "@/prisma/generated/client/client";
import { listHeld } from "../leaving/queries";
import { isOfPerson, nameSql, type PersonalTables } from "./queries-rows";

type EraseRefusal = "own_account" | "proof_needed" | "account_open" | "still_holds";

/**
 * Erases a person for good: their words, contacts, keys and settings go, their name is no more, and the records of what was done
 * stay without it. Refuses an account that is not shut, one whose person still has work that others need, one's own, and whoever
 * has not shown lately that it is they.
 */
export async function erasePerson(
  ctx: Ctx<Administrator>,
  { userId }: AccountIdInput,
  tables: PersonalTables,
): Promise<Result<AccountIdInput, EraseRefusal>> {
  if (userId === ctx.actor.userId) return refuse("own_account");
  const unproven = refusalUnlessProven(ctx);
  if (unproven) return unproven;
  const answer = await inTransaction(ctx, async (tx): Promise<Result<AccountIdInput, EraseRefusal>> => {
    await lockAccount(tx, userId);
    const select = { disabledAt: true, erasedAt: true };
    const user = await tx.db.user.findUnique({ where: { id: userId }, select });
    if (!user || user.erasedAt) throw new NotFoundError("account");
    if (!user.disabledAt) return refuse("account_open");
    const held = await listHeld(tx, userId);
    if (held.some(({ mustPassOn }) => mustPassOn)) return refuse("still_holds");
    await eraseAll(tx, userId, tables);
    await audit(tx, accountAudit("account.erased", userId));
    return ok({ userId });
  });
  if (answer.ok) await rememberErasure(userId, ctx.now);
  return answer;
}

/**
 * Erases anew whom a restored backup has brought back, whatever they hold in it; answers how many that were. Who is erased in it
 * already, or was not there yet, is passed over.
 */
export async function eraseAgain(
  ctx: SystemCtx,
  userIds: readonly string[],
  tables: PersonalTables,
): Promise<number> {
  let erased = 0;
  for (const userId of new Set(userIds))
    erased += await inTransaction(ctx, async (tx) => {
      await lockAccount(tx, userId);
      if ((await tx.db.user.count({ where: { id: userId, erasedAt: null } })) === 0) return 0;
      await shutForErasing(tx, userId);
      await eraseAll(tx, userId, tables);
      await audit(tx, accountAudit("account.erased", userId));
      return 1;
    });
  return erased;
}

async function eraseAll(tx: PublicCtx, userId: string, tables: PersonalTables): Promise<void> {
  await anonymiseAccount(tx, userId);
  for (const [table] of inOrder(tables)) await eraseIn(tx, tables, table, userId);
}

/** What is found by rows of another table goes before those rows do. */
function inOrder(tables: PersonalTables) {
  const isWithin = ({ whose = [] }: PersonalTables[string]) => whose.some((one) => "within" in one);
  return Object.entries(tables).toSorted(([, a], [, b]) => Number(isWithin(b)) - Number(isWithin(a)));
}

async function eraseIn(tx: PublicCtx, tables: PersonalTables, table: string, userId: string): Promise<void> {
  const { whose, erased } = tables[table] ?? { erased: {} };
  if (!whose) return;
  const where = isOfPerson(tables, table, userId);
  if (erased === "row") {
    await tx.db.$executeRaw`DELETE FROM ${nameSql(table)} WHERE ${where}`;
    return;
  }
  const emptied = Object.entries(erased).map(([column, value]) =>
    typeof value === "object" && value !== null
      ? Prisma.sql`${nameSql(column)} = ${JSON.stringify(value)}::jsonb`
      : Prisma.sql`${nameSql(column)} = ${value}`,
  );
  if (emptied.length === 0) return;
  await tx.db.$executeRaw`UPDATE ${nameSql(table)} SET ${Prisma.join(emptied)} WHERE ${where}`;
}
