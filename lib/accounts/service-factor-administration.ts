import "server-only";
import type { Administrator } from "@/lib/actor";
import { type AuditCtx, audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { queueMails } from "@/lib/mail/service";
import { refusalUnlessProven } from "@/lib/proof";
import { ok, type Result, refuse } from "@/lib/result";
import { dropFactor } from "@/lib/second-factor";
import { accountAudit } from "./audit";
import type { AccountIdInput } from "./schema";
import { endApiTokens, endSessions, lockAccount } from "./service-keys";

type FactorAdministrationRefusal = "own_account" | "proof_needed";

/**
 * Takes the second factor from a person who has lost it: sessions and API tokens end, and they are told by mail. Who must have one
 * sets another up at the next sign-in. Refuses one's own, and whoever has not shown lately that it is they.
 */
export function resetFactor(
  ctx: Ctx<Administrator>,
  { userId }: AccountIdInput,
): Promise<Result<AccountIdInput, FactorAdministrationRefusal | "factor_off">> {
  return changeFactorOf(ctx, userId, (tx) => takeFactor(tx, userId));
}

/** The same for the command line, where nobody is signed in: the way back in for the only administrator. */
export function takeFactor(ctx: AuditCtx, userId: string): Promise<Result<AccountIdInput, "factor_off">> {
  return inTransaction(ctx, async (tx) => {
    await lockAccount(tx, userId);
    if (!(await dropFactor(tx, userId))) return refuse("factor_off");
    await tx.db.user.update({ where: { id: userId }, data: { factorResetAt: tx.now }, select: { id: true } });
    await endSessions(tx, userId);
    await endApiTokens(tx, userId);
    await queueMails(tx, [{ userId, kind: "factor_reset" }]);
    await audit(tx, accountAudit("account.factor_reset", userId));
    return ok({ userId });
  });
}

/** Asks for a second factor of a person whose role does not: without one, nothing opens to them but to set it up. */
export function requireFactor(
  ctx: Ctx<Administrator>,
  { userId }: AccountIdInput,
): Promise<Result<AccountIdInput, FactorAdministrationRefusal>> {
  return changeFactorOf(ctx, userId, async (tx) => {
    const data = { factorRequiredAt: tx.now };
    await tx.db.user.update({ where: { id: userId }, data, select: { id: true } });
    const hasFactor = (await tx.db.secondFactor.count({ where: { userId } })) > 0;
    if (!hasFactor) await endSessions(tx, userId);
    await audit(tx, accountAudit("account.factor_required", userId));
    return ok({ userId });
  });
}

/** Leaves it to the person again whether they have a second factor, unless their role asks for one. */
export function stopRequiringFactor(
  ctx: Ctx<Administrator>,
  { userId }: AccountIdInput,
): Promise<Result<AccountIdInput, FactorAdministrationRefusal>> {
  return changeFactorOf(ctx, userId, async (tx) => {
    const data = { factorRequiredAt: null };
    await tx.db.user.update({ where: { id: userId }, data, select: { id: true } });
    await audit(tx, accountAudit("account.factor_not_required", userId));
    return ok({ userId });
  });
}

async function changeFactorOf<R extends "factor_off" | FactorAdministrationRefusal>(
  ctx: Ctx<Administrator>,
  userId: string,
  change: (tx: Ctx<Administrator>) => Promise<Result<AccountIdInput, R>>,
): Promise<Result<AccountIdInput, R | FactorAdministrationRefusal>> {
  if (userId === ctx.actor.userId) return refuse("own_account");
  const unproven = refusalUnlessProven(ctx);
  if (unproven) return unproven;
  return inTransaction(ctx, async (tx) => {
    await lockAccount(tx, userId);
    if ((await tx.db.user.count({ where: { id: userId } })) === 0) throw new NotFoundError("account");
    return change(tx);
  });
}
