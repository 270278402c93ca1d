import "server-only";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { env } from "@/lib/env";
import { queueMails } from "@/lib/mail/service";
import { refusalUnlessProven } from "@/lib/proof";
import { counterOf, type Limit, spendPoint } from "@/lib/rate-limits";
import { ok, type Result, refuse } from "@/lib/result";
import { signatureOf } from "@/lib/sealed";
import { dropFactor, writeFactor, writeRecoveryCodes } from "@/lib/second-factor";
import { SEED_BYTES, seedForApp, stepOfCode } from "@/lib/totp";
import { accountAudit } from "./audit";
import type { ConfirmFactorInput, FactorOffer, RecoveryCodes } from "./schema-factor";
import { endOtherSessions, lockAccount } from "./service-keys";

const TRIES: Limit = { name: "confirm-factor", points: 20, seconds: 900 };

/**
 * The seed that is offered to the actor's app. It is theirs in this browser alone, the same until a code of it is shown, and
 * stored nowhere. Refuses whoever has a second factor, or is not in a browser.
 */
export function offerFactor(ctx: Ctx): Result<FactorOffer, "factor_on" | "session_needed"> {
  const { actor } = ctx;
  if (!actor.session) return refuse("session_needed");
  if (actor.hasFactor) return refuse("factor_on");
  return ok(seedForApp(seedOffered(actor.session.idHash), actor.email));
}

function seedOffered(sessionHash: string): Buffer {
  return signatureOf(env().NEXTAUTH_SECRET, "offered seed", sessionHash).subarray(0, SEED_BYTES);
}

/**
 * Begins to ask for codes of the actor's app, which a first one shows to have the seed that was offered; signs out their other
 * browsers and tells them by mail. Answers ten recovery codes, once. Refuses a wrong code, and who has not shown lately that it
 * is they.
 */
export async function confirmFactor(
  ctx: Ctx,
  { code }: ConfirmFactorInput,
): Promise<
  Result<RecoveryCodes, "factor_on" | "session_needed" | "proof_needed" | "too_many_tries" | "wrong_code">
> {
  const { userId, session } = ctx.actor;
  if (!session) return refuse("session_needed");
  const unproven = refusalUnlessProven(ctx);
  if (unproven) return unproven;
  if (!(await spendPoint(counterOf(ctx.db, TRIES), userId))) return refuse("too_many_tries");
  const seed = seedOffered(session.idHash);
  const step = stepOfCode(seed, code, ctx.now);
  if (step === null) return refuse("wrong_code", { path: "code" });
  return inTransaction(ctx, async (tx) => {
    await lockAccount(tx, userId);
    if (await tx.db.secondFactor.findUnique({ where: { userId }, select: { userId: true } }))
      return refuse("factor_on");
    await writeFactor(tx, userId, seed, step);
    await tx.db.session.update({
      where: { idHash: session.idHash },
      data: { byFactor: true },
      select: { idHash: true },
    });
    await endOtherSessions(tx);
    await queueMails(tx, [{ userId, kind: "factor_set_up" }]);
    await audit(tx, accountAudit("account.factor_set_up", userId));
    return ok({ codes: await writeRecoveryCodes(tx, userId) });
  });
}

/**
 * Stops asking the actor for codes; the recovery codes end too. Refuses whoever must have a second factor, has none, or has not
 * shown lately that it is they.
 */
export async function turnOffFactor(
  ctx: Ctx,
): Promise<Result<null, "factor_mandatory" | "factor_off" | "session_needed" | "proof_needed">> {
  const { userId, mustHaveFactor, session } = ctx.actor;
  if (!session) return refuse("session_needed");
  if (mustHaveFactor) return refuse("factor_mandatory");
  const unproven = refusalUnlessProven(ctx);
  if (unproven) return unproven;
  return inTransaction(ctx, async (tx) => {
    await lockAccount(tx, userId);
    if (!(await dropFactor(tx, userId))) return refuse("factor_off");
    await endOtherSessions(tx);
    await queueMails(tx, [{ userId, kind: "factor_turned_off" }]);
    await audit(tx, accountAudit("account.factor_turned_off", userId));
    return ok(null);
  });
}

/**
 * Gives the actor ten new recovery codes, shown once; the earlier ones end. Refuses who has no second factor, has not shown lately
 * that it is they, or has got new ones in another window at this moment: those shown there are the ones that hold.
 */
export async function renewRecoveryCodes(
  ctx: Ctx,
): Promise<
  Result<RecoveryCodes, "factor_off" | "session_needed" | "proof_needed" | "recovery_codes_renewed">
> {
  const { userId, session } = ctx.actor;
  if (!session) return refuse("session_needed");
  const unproven = refusalUnlessProven(ctx);
  if (unproven) return unproven;
  const known = await recoverySetOf(ctx);
  return inTransaction(ctx, async (tx) => {
    await lockAccount(tx, userId);
    if ((await tx.db.secondFactor.count({ where: { userId } })) === 0) return refuse("factor_off");
    if ((await recoverySetOf(tx)) !== known) return refuse("recovery_codes_renewed");
    await audit(tx, accountAudit("account.recovery_codes_renewed", userId));
    return ok({ codes: await writeRecoveryCodes(tx, userId) });
  });
}

/** Tells one set of recovery codes from another. */
async function recoverySetOf({ db, actor }: Ctx): Promise<string | null> {
  const first = await db.recoveryCode.findFirst({
    where: { userId: actor.userId },
    select: { codeHash: true },
    orderBy: { codeHash: "asc" },
  });
  return first?.codeHash ?? null;
}
