import "server-only";
import { z } from "zod";
import { isDemoAccount } from "@/lib/demo";
import { EMPLOYMENTS, hasLeft } from "@/lib/employment";
import { isDemo, isProviderOnly } from "@/lib/env";
import { type Locale, localeOf } from "@/lib/i18n/locales";
import { isRightPassword } from "@/lib/password";
import { ok, type Result, refuse } from "@/lib/result";
import { visibleText } from "@/lib/text";
import type { PrismaClient } from "@/prisma/generated/client/client";
import { countTry } from "./sign-in-limits";

/** An e-mail and a password as a person may type them; longer ones are nobody's. */
const CredentialsInput = z.object({
  email: z
    .string()
    .max(1_000)
    .transform(visibleText)
    .pipe(z.string().trim().toLowerCase().max(254).pipe(z.email())),
  password: z.string().min(1).max(1_000),
});

/** What is typed at sign-in, and from where; null where the address can't be told. */
export type Credentials = { email: string; password: string; address: string | null };

/**
 * Whether an account is for its organisation's sign-in alone: all are where the settings say so, but for administrators, who come in
 * by password and code when the provider is down.
 */
export function isForProviderAlone({ isAdministrator }: { isAdministrator: boolean }): boolean {
  return isProviderOnly() && !isAdministrator;
}

/** Checks an e-mail and password; refuses wrong ones, and those of a person who has left, in the same words and time, too many tries, and right ones of who must come in by the provider. */
export async function authenticate(
  db: PrismaClient,
  { address, ...typed }: Credentials,
  now: Date,
): Promise<
  Result<{ userId: string; locale: Locale }, "wrong_credentials" | "too_many_tries" | "provider_only">
> {
  const input = CredentialsInput.safeParse(typed);
  if (!input.success) return refuse("wrong_credentials");
  const { email, password } = input.data;
  const counted = await countTry(db, email, address);
  if (!counted) return refuse("too_many_tries");
  const user = await db.user.findUnique({
    where: { email },
    select: { id: true, locale: true, passwordHash: true, disabledAt: true, ...EMPLOYMENTS },
  });
  const matches = await isRightPassword(password, user?.passwordHash ?? null);
  const isHere = user !== null && user.disabledAt === null && !hasLeft(user, now);
  const isOpen = isHere && (isDemo() || !isDemoAccount(email));
  if (!matches || !isOpen) return refuse("wrong_credentials");
  await counted.giveBack();
  if (isForProviderAlone(user)) return refuse("provider_only");
  return ok({ userId: user.id, locale: localeOf(user.locale) });
}
