import "server-only";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { isRightPassword } from "@/lib/password";
import { proofKindOf } from "@/lib/proof";
import { counterOf, type Limit, spendPoint } from "@/lib/rate-limits";
import { readRecoveryCode } from "@/lib/recovery-code";
import { ok, type Result, refuse } from "@/lib/result";
import { spendCode } from "@/lib/second-factor";

const TRIES: Limit = { name: "prove-again", points: 10, seconds: 900 };
const LONGEST = 1_000;

export type ProofRefusal =
  | "session_needed"
  | "too_many_tries"
  | "wrong_code"
  | "wrong_password"
  | "recovery_code_signs_in";

/**
 * Keeps that the actor has shown again that it is they, in the browser they are signed in with: by a code of their app where there
 * is one, else by their password. Refuses a wrong one, one that was used, a recovery code, by which one signs in anew, and more than
 * ten tries in a quarter of an hour.
 */
export async function proveAgain<A extends Person>(
  ctx: Ctx<A>,
  typed: string,
): Promise<Result<Ctx<A>, ProofRefusal>> {
  const { userId, session } = ctx.actor;
  if (!session) return refuse("session_needed");
  const tries = counterOf(ctx.db, TRIES);
  if (!(await spendPoint(tries, userId))) return refuse("too_many_tries");
  const by = proofKindOf(ctx.actor);
  if (!(await isRight(ctx, by, typed)))
    return refuse(by === "code" && readRecoveryCode(typed) ? "recovery_code_signs_in" : `wrong_${by}`);
  await ctx.db.session.updateMany({ where: { idHash: session.idHash }, data: { provenAt: ctx.now } });
  await tries.delete(userId);
  return ok({ ...ctx, actor: { ...ctx.actor, session: { ...session, provenAt: ctx.now } } });
}

async function isRight(ctx: Ctx, by: "code" | "password", typed: string): Promise<boolean> {
  if (typed.length > LONGEST) return false;
  const { userId } = ctx.actor;
  if (by === "code") return spendCode(ctx, userId, typed);
  const user = await ctx.db.user.findUnique({ where: { id: userId }, select: { passwordHash: true } });
  return isRightPassword(typed, user?.passwordHash ?? null);
}
