import "server-only";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { isDemoAccount } from "@/lib/demo";
import { EMPLOYMENTS, hasLeft } from "@/lib/employment";
import { isDemo } from "@/lib/env";
import { type Locale, localeOf } from "@/lib/i18n/locales";
import { isRightPassword } from "@/lib/password";
import { ok, type Result, refuse } from "@/lib/result";
import { visibleText } from "@/lib/text";
import type { PrismaClient } from "@/prisma/generated/client/client";

const FAILURES_PER_ACCOUNT = 10;
const FAILURES_PER_ADDRESS = 100;
const WINDOW_SECONDS = 15 * 60;

type Limits = { account: RateLimiterPrisma; address: RateLimiterPrisma };

function limitsOf(db: PrismaClient): Limits {
  const common = { storeClient: db, tableName: "rateLimit", duration: WINDOW_SECONDS };
  return {
    account: new RateLimiterPrisma({ ...common, keyPrefix: "sign-in-account", points: FAILURES_PER_ACCOUNT }),
    address: new RateLimiterPrisma({ ...common, keyPrefix: "sign-in-address", points: FAILURES_PER_ADDRESS }),
  };
}

async function isBlocked(limiter: RateLimiterPrisma, key: string): Promise<boolean> {
  const state = await limiter.get(key);
  return state !== null && state.consumedPoints >= limiter.points;
}

async function countFailure(limiter: RateLimiterPrisma, key: string): Promise<void> {
  await limiter.consume(key).catch((refused: unknown) => {
    if (!(refused instanceof RateLimiterRes)) throw refused;
  });
}

/** Checks an e-mail and password; refuses wrong ones, and those of who has left, in the same words and time, and too many tries (10 per account, 100 per address in 15 minutes). */
export async function authenticate(
  db: PrismaClient,
  input: { email: string; password: string; address: string },
  now: Date,
): Promise<Result<{ userId: string; locale: Locale }, "wrong_credentials" | "too_many_tries">> {
  const email = visibleText(input.email).trim().toLowerCase();
  const limits = limitsOf(db);
  if ((await isBlocked(limits.account, email)) || (await isBlocked(limits.address, input.address))) {
    return refuse("too_many_tries");
  }
  const user = await db.user.findUnique({
    where: { email },
    select: { id: true, locale: true, passwordHash: true, disabledAt: true, ...EMPLOYMENTS },
  });
  const matches = await isRightPassword(input.password, user?.passwordHash ?? null);
  const isHere = user !== null && user.disabledAt === null && !hasLeft(user, now);
  const isOpen = isHere && (isDemo() || !isDemoAccount(email));
  if (matches && isOpen) {
    await limits.account.delete(email);
    return ok({ userId: user.id, locale: localeOf(user.locale) });
  }
  await Promise.all([countFailure(limits.account, email), countFailure(limits.address, input.address)]);
  return refuse("wrong_credentials");
}
