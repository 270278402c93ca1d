import "server-only";
import { db } from "@/lib/db";
import type { Result } from "@/lib/result";
import { clearSessionCookie, setSessionCookie } from "./cookie";
import { getSessionId } from "./guards";
import { openSession, revokeSession } from "./session";
import { authenticate } from "./sign-in";

type Credentials = { email: string; password: string; address: string };

/** Checks e-mail and password and, when right, opens a session in this browser. */
export async function enter(
  credentials: Credentials,
): Promise<Result<{ userId: string }, "wrong_credentials" | "too_many_tries">> {
  const answer = await authenticate(db(), credentials);
  if (answer.ok) await setSessionCookie(await openSession(db(), answer.value.userId, new Date()));
  return answer;
}

/** Ends this browser's session: the row is revoked, so that a copied cookie is worth nothing. */
export async function leave(): Promise<void> {
  const sid = await getSessionId();
  if (sid) await revokeSession(db(), sid, new Date());
  await clearSessionCookie();
}
