import "server-only";
import type { PublicCtx } from "./context";
import { env, isDemo } from "./env";
import { logFailure } from "./log";
import { newRecoveryCode, readRecoveryCode } from "./recovery-code";
import { openText, sealText } from "./sealed";
import { hashOfSecret } from "./secrets";
import { stepOfCode } from "./totp";

const RECOVERY_CODES = 10;

/** Managers and administrators have a second factor outside the demo, and whoever is asked for one. */
export function isFactorMandatory(account: {
  isAdministrator: boolean;
  leadsPools: boolean;
  factorRequiredAt: Date | string | null;
}): boolean {
  if (account.factorRequiredAt !== null) return true;
  return !isDemo() && (account.isAdministrator || account.leadsPools);
}

/** Keeps the seed of a person's app, with the code that has shown that the app has it; a code is of a later step from then on. */
export async function writeFactor(
  tx: PublicCtx,
  userId: string,
  seed: Buffer,
  totpLastStep: number,
): Promise<void> {
  const sealedSeed = sealText(env().NEXTAUTH_SECRET, "second factor", seed.toString("base64url"));
  await tx.db.secondFactor.create({ data: { userId, sealedSeed, confirmedAt: tx.now, totpLastStep } });
}

/** Takes the second factor and its recovery codes from an account; false where there was none. */
export async function dropFactor(tx: PublicCtx, userId: string): Promise<boolean> {
  await tx.db.recoveryCode.deleteMany({ where: { userId } });
  const { count } = await tx.db.secondFactor.deleteMany({ where: { userId } });
  return count > 0;
}

/** Uses a code of the app up; false for a wrong one, and for one of a step that was used, also by another request at this moment. */
export async function spendCode({ db, now }: PublicCtx, userId: string, code: string): Promise<boolean> {
  const factor = await db.secondFactor.findUnique({ where: { userId }, select: { sealedSeed: true } });
  const seed = factor && openSeed(userId, factor.sealedSeed);
  const step = seed && stepOfCode(seed, code.replace(/\s/g, ""), now);
  if (step === null) return false;
  const { count } = await db.secondFactor.updateMany({
    where: { userId, totpLastStep: { lt: step } },
    data: { totpLastStep: step },
  });
  return count > 0;
}

/** A seed that another key has sealed opens nothing: its person needs a recovery code, or an administrator. */
function openSeed(userId: string, sealedSeed: string): Buffer | null {
  try {
    return Buffer.from(openText(env().NEXTAUTH_SECRET, "second factor", sealedSeed), "base64url");
  } catch (error) {
    logFailure(error, { reference: userId, where: "second factor" });
    return null;
  }
}

/** Uses a recovery code up; false for a wrong or used one. */
export async function spendRecoveryCode(
  { db, now }: PublicCtx,
  userId: string,
  typed: string,
): Promise<boolean> {
  const code = readRecoveryCode(typed);
  if (!code) return false;
  const { count } = await db.recoveryCode.updateMany({
    where: { codeHash: hashOfCode(userId, code), usedAt: null },
    data: { usedAt: now },
  });
  return count > 0;
}

/** Gives an account ten new recovery codes, in clear, once; the earlier ones end. */
export async function writeRecoveryCodes({ db }: PublicCtx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  await db.recoveryCode.deleteMany({ where: { userId } });
  await db.recoveryCode.createMany({
    data: codes.map((code) => ({ userId, codeHash: hashOfCode(userId, code) })),
  });
  return codes;
}

/** How many recovery codes an account has left. */
export function countRecoveryCodes({ db }: PublicCtx, userId: string): Promise<number> {
  return db.recoveryCode.count({ where: { userId, usedAt: null } });
}

function hashOfCode(userId: string, code: string): string {
  return hashOfSecret(`${userId} ${code}`);
}
