import "server-only";
import { db } from "@/lib/db";
import type { Locale } from "@/lib/i18n/locales";
import type { Result } from "@/lib/result";
import { clearSessionCookie, setSessionCookie } from "./cookie";
import { getSessionId } from "./guards";
import { openSession, revokeSession } from "./session";
import { authenticate, type Credentials } from "./sign-in";

/** Who came in, and the language they read. */
export type SignedIn = { userId: string; locale: Locale };

/** Checks e-mail and password and, when right, opens a session in this browser. */
export async function enter(
  credentials: Credentials,
): Promise<Result<SignedIn, "wrong_credentials" | "too_many_tries">> {
  const answer = await authenticate(db(), credentials, new Date());
  if (answer.ok) await openFor(answer.value.userId);
  return answer;
}

/** Opens a session in this browser for an account whose key was just shown: a right password, or a one-time link. */
export async function openFor(userId: string): Promise<void> {
  await setSessionCookie(await openSession(db(), userId, new Date()));
}

/** Ends this browser's session: the row is revoked, so that a copied cookie is worth nothing. */
export async function leave(): Promise<void> {
  const sid = await getSessionId();
  if (sid) await revokeSession(db(), sid, new Date());
  await clearSessionCookie();
}
