import "server-only";
import { headers } from "next/headers";
import { db } from "@/lib/db";
import { clearSessionCookie, setSessionCookie } from "./cookie";
import { getSessionId } from "./guards";
import { getPerson, homeOf } from "./person";
import { openSession, revokeSession } from "./session";
import { authenticate, type Credentials } from "./sign-in";

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

/** Ends this browser's session: the row is revoked, so that a copied cookie is worth nothing. */
export async function leave(): Promise<void> {
  const sid = await getSessionId();
  if (sid) await revokeSession(db(), sid, new Date());
  await clearSessionCookie();
}
