import "server-only";
import { accountAudit } from "@/lib/accounts/audit";
import type { Administrator } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { refusalUnlessProven } from "@/lib/proof";
import type { RefusalReason } from "@/lib/refusals";
import { ok, type Result, refuse } from "@/lib/result";
import type { Prisma } from "@/prisma/generated/client/client";
import type { AccountIdInput } from "./schema";
import { dropPasswordLinks, endApiTokens, endSessions, lockAccount } from "./service-keys";

/** Shuts an account: no sign-in, and its sessions, tokens and links end at once. Refuses one's own. */
export function disableAccount(
  ctx: Ctx<Administrator>,
  { userId }: AccountIdInput,
): Promise<Result<AccountIdInput, "own_account" | "last_administrator">> {
  return changeAccount(ctx, userId, async (tx, administrators) => {
    if (userId === ctx.actor.userId) return refuse("own_account");
    if (isLast(administrators, userId)) return refuse("last_administrator");
    await write(tx, userId, "account.disabled", { disabledAt: tx.now });
    await endSessions(tx, userId);
    await endApiTokens(tx, userId);
    await dropPasswordLinks(tx, userId);
    return ok({ userId });
  });
}

/** Opens a shut account again, with the password it had. */
export function enableAccount(
  ctx: Ctx<Administrator>,
  { userId }: AccountIdInput,
): Promise<Result<AccountIdInput, never>> {
  return changeAccount(ctx, userId, async (tx) => {
    await write(tx, userId, "account.enabled", { disabledAt: null });
    return ok({ userId });
  });
}

/** Makes a person administrator; their sessions end, so that they sign in with the role. Refuses a shut account, and whoever has not shown lately that it is they. */
export function makeAdministrator(
  ctx: Ctx<Administrator>,
  { userId }: AccountIdInput,
): Promise<Result<AccountIdInput, "account_disabled" | "proof_needed">> {
  return changeAccount(ctx, userId, async (tx) => {
    const unproven = refusalUnlessProven(ctx);
    if (unproven) return unproven;
    const open = await tx.db.user.count({ where: { id: userId, disabledAt: null } });
    if (open === 0) return refuse("account_disabled");
    await write(tx, userId, "account.made_administrator", { isAdministrator: true });
    await endSessions(tx, userId);
    return ok({ userId });
  });
}

/** Takes the administrator's role from a person; their sessions end. Refuses the last administrator who can sign in, and whoever has not shown lately that it is they. */
export function unmakeAdministrator(
  ctx: Ctx<Administrator>,
  { userId }: AccountIdInput,
): Promise<Result<AccountIdInput, "last_administrator" | "proof_needed">> {
  return changeAccount(ctx, userId, async (tx, administrators) => {
    const unproven = refusalUnlessProven(ctx);
    if (unproven) return unproven;
    if (isLast(administrators, userId)) return refuse("last_administrator");
    await write(tx, userId, "account.unmade_administrator", { isAdministrator: false });
    await endSessions(tx, userId);
    return ok({ userId });
  });
}

type OpenAdministrator = { id: string; hasPassword: boolean };

function isLast(administrators: OpenAdministrator[], userId: string): boolean {
  const able = administrators.filter(({ hasPassword }) => hasPassword);
  return able.length === 1 && able[0]?.id === userId;
}

/** Locks the administrators, so that two of them never take the role from each other, and then the account. */
async function changeAccount<T, R extends RefusalReason>(
  ctx: Ctx<Administrator>,
  userId: string,
  change: (tx: Ctx<Administrator>, administrators: OpenAdministrator[]) => Promise<Result<T, R>>,
): Promise<Result<T, R>> {
  return inTransaction(ctx, async (tx) => {
    const administrators = await tx.db.$queryRaw<OpenAdministrator[]>`
      SELECT id, password_hash IS NOT NULL AS "hasPassword" FROM users
      WHERE is_administrator AND disabled_at IS NULL ORDER BY id FOR UPDATE`;
    const isStillOne = administrators.some(({ id }) => id === ctx.actor.userId);
    await lockAccount(tx, userId);
    const known = await tx.db.user.count({ where: { id: userId, erasedAt: null } });
    if (!isStillOne || known === 0) throw new NotFoundError("account");
    return change(tx, administrators);
  });
}

type AccountAction =
  | "account.disabled"
  | "account.enabled"
  | "account.made_administrator"
  | "account.unmade_administrator";

async function write(
  tx: Ctx,
  userId: string,
  action: AccountAction,
  data: Prisma.UserUncheckedUpdateInput,
): Promise<void> {
  await tx.db.user.update({ where: { id: userId }, data, select: { id: true } });
  await audit(tx, accountAudit(action, userId));
}
