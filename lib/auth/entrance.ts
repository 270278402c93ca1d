import "server-only";
import { headers } from "next/headers";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { clearSessionCookie, setSessionCookie, takeProviderCookie } from "./cookie";
import { getSessionId } from "./guards";
import { getOidcSettings, wayOutOf } from "./oidc";
import { getPerson, homeOf } from "./person";
import { openSession, revokeSession } from "./session";
import { authenticate, type Credentials, isForProviderAlone } from "./sign-in";

/** Checks an e-mail and a password; what opens then is for `openFor`, or for the code that is asked for beside them. */
export function checkCredentials(credentials: Credentials): ReturnType<typeof authenticate> {
  return authenticate(db(), credentials, new Date());
}

/**
 * Opens a session in this browser for an account whose key was just shown: a right password or a one-time link, or a code where the
 * account has a second factor. Answers the address to land at.
 */
export async function openFor(userId: string, byFactor: boolean): Promise<string> {
  const now = new Date();
  const agent = (await headers()).get("user-agent");
  await setSessionCookie(await openSession(db(), userId, now, { agent, byFactor }));
  const person = await getPerson(db(), userId, now);
  return person ? homeOf(person) : "/";
}

/** Whether an account is for the organisation's sign-in alone, whatever else of its keys was shown. */
export async function mustComeByProvider(userId: string): Promise<boolean> {
  const person = await getPerson(db(), userId, new Date());
  return person !== null && isForProviderAlone(person);
}

/**
 * Ends this browser's session: the row is revoked, so that a copied cookie is worth nothing. Answers where to go: to the provider's
 * own way out where the session came from there and it has one, else to the sign-in page.
 */
export async function leave(): Promise<string> {
  const sid = await getSessionId();
  if (sid) await revokeSession(db(), sid, new Date());
  await clearSessionCookie();
  const provider = (await takeProviderCookie()) ? getOidcSettings() : null;
  return (provider && (await wayOutOf(provider, env().NEXTAUTH_URL))) ?? "/sign-in";
}
