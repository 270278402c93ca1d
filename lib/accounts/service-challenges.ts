import "server-only";
import { audit } from "@/lib/audit";
import { inTransaction, type PublicCtx } from "@/lib/context";
import type { Db } from "@/lib/db";
import { EMPLOYMENTS, hasLeft } from "@/lib/employment";
import { type Locale, localeOf } from "@/lib/i18n/locales";
import { queueMails } from "@/lib/mail/service";
import { counterOf, type Limit, spendPoint } from "@/lib/rate-limits";
import { ok, type Result, refuse } from "@/lib/result";
import { spendCode, spendRecoveryCode } from "@/lib/second-factor";
import { hashOfSecret, newSecret } from "@/lib/secrets";
import { accountAudit } from "./audit";

/** So long a right password waits for its code. */
export const CHALLENGE_SECONDS = 600;
const MOST_TRIES = 5;
/** So many codes an account is tried with in an hour, in all its sign-ins together. */
const ACCOUNT: Limit = { name: "challenge-account", points: 30, seconds: 3_600 };

/** Begins to wait for the code of an account whose password or link was right, and returns the token that answers it; null where no second factor is asked for. */
export async function openChallenge({ db, now }: PublicCtx, userId: string): Promise<string | null> {
  const factor = await db.secondFactor.findUnique({ where: { userId }, select: { userId: true } });
  if (!factor) return null;
  const token = newSecret();
  const expiresAt = new Date(now.getTime() + CHALLENGE_SECONDS * 1_000);
  await db.signInChallenge.create({ data: { tokenHash: hashOfSecret(token), userId, expiresAt } });
  return token;
}

/** Whose code a sign-in waits for; null for one that is answered, spent, over or unknown. */
export async function readChallenge(
  { db, now }: PublicCtx,
  token: string,
): Promise<{ email: string } | null> {
  const waiting = { endedAt: null, expiresAt: { gt: now }, tries: { lt: MOST_TRIES } };
  const challenge = await db.signInChallenge.findUnique({
    where: { tokenHash: hashOfSecret(token), ...waiting },
    select: { user: { select: { email: true } } },
  });
  return challenge?.user ?? null;
}

export type ChallengeRefusal = "challenge_over" | "too_many_tries" | "wrong_code";

/**
 * Answers a sign-in with a code of the app or a recovery code, each of which works once. A try counts before it is looked at, so
 * that five are five on any number of nodes; the fifth wrong one ends the sign-in, and its person is told by mail.
 */
export async function answerChallenge(
  ctx: PublicCtx,
  token: string,
  code: string,
): Promise<Result<{ userId: string; locale: Locale }, ChallengeRefusal>> {
  const tried = await countTry(ctx, token);
  if (!tried) return refuse("challenge_over");
  const { userId, tries } = tried;
  if (!(await spendPoint(counterOf(ctx.db, ACCOUNT), userId))) return refuse("too_many_tries");
  const answer = await spendAndEnd(ctx, userId, token, code);
  if (answer.ok || tries < MOST_TRIES) return answer;
  await queueMails(ctx, [{ userId, kind: "codes_guessed" }]);
  return refuse("challenge_over");
}

async function countTry(
  { db, now }: PublicCtx,
  token: string,
): Promise<{ userId: string; tries: number } | null> {
  const rows = await db.$queryRaw<{ userId: string; tries: number }[]>`
    UPDATE sign_in_challenges SET tries = tries + 1
    WHERE token_hash = ${hashOfSecret(token)} AND ended_at IS NULL AND expires_at > ${now} AND tries < ${MOST_TRIES}
    RETURNING user_id AS "userId", tries`;
  return rows[0] ?? null;
}

function spendAndEnd(
  ctx: PublicCtx,
  userId: string,
  token: string,
  code: string,
): Promise<Result<{ userId: string; locale: Locale }, ChallengeRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.signInChallenge.updateMany({
      where: { tokenHash: hashOfSecret(token), endedAt: null },
      data: { endedAt: tx.now },
    });
    const select = { locale: true, ...EMPLOYMENTS };
    const user = await tx.db.user.findUnique({ where: { id: userId, disabledAt: null }, select });
    if (count === 0 || !user || hasLeft(user, tx.now)) return refuse("challenge_over");
    if (!(await spendCode(tx, userId, code))) {
      if (!(await spendRecoveryCode(tx, userId, code))) return refuse("wrong_code", { path: "code" });
      await queueMails(tx, [{ userId, kind: "recovery_code_used" }]);
      await audit({ ...tx, actor: { userId } }, accountAudit("account.recovery_code_used", userId));
    }
    return ok({ userId, locale: localeOf(user.locale) });
  });
}

/** Deletes sign-ins that waited for a code before an instant. */
export async function forgetExpiredChallenges(db: Db, before: Date): Promise<void> {
  await db.signInChallenge.deleteMany({ where: { expiresAt: { lt: before } } });
}
