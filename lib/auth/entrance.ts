import "server-only";
import { headers } from "next/headers";
import { db } from "@/lib/db";
import type { Locale } from "@/lib/i18n/locales";
import { ok, type Result } from "@/lib/result";
import { clearSessionCookie, setSessionCookie } from "./cookie";
import { getSessionId } from "./guards";
import { getPerson, homeOf } from "./person";
import { openSession, revokeSession } from "./session";
import { authenticate, type Credentials } from "./sign-in";

/** Who came in, the language they read, and the address they land at. */
export type SignedIn = { userId: string; locale: Locale; home: string };

/** Checks e-mail and password and, when right, opens a session in this browser. */
export async function enter(
  credentials: Credentials,
): Promise<Result<SignedIn, "wrong_credentials" | "too_many_tries">> {
  const answer = await authenticate(db(), credentials, new Date());
  return answer.ok ? ok({ ...answer.value, home: await openFor(answer.value.userId) }) : answer;
}

/** Opens a session in this browser for an account whose key was just shown, a right password or a one-time link; answers the address to land at. */
export async function openFor(userId: string): Promise<string> {
  const now = new Date();
  const agent = (await headers()).get("user-agent");
  await setSessionCookie(await openSession(db(), userId, now, agent));
  const person = await getPerson(db(), userId, now);
  return person ? homeOf(person) : "/";
}

/** Ends this browser's session: the row is revoked, so that a copied cookie is worth nothing. */
export async function leave(): Promise<void> {
  const sid = await getSessionId();
  if (sid) await revokeSession(db(), sid, new Date());
  await clearSessionCookie();
}
