import "server-only";
import { CHALLENGE_SECONDS, openChallenge } from "@/lib/accounts/service-challenges";
import { setChallengeCookie } from "@/lib/auth/cookie";
import { openFor } from "@/lib/auth/entrance";
import { asAnyone } from "@/lib/auth/guards";

/**
 * Lets whoever has shown the key to an account in, and answers the address to go to: where they were heading, else their home. Of
 * an account with a second factor that is the page that asks for a code first, unless a second factor was asked for already.
 */
export async function enterFor(userId: string, next?: string, byFactor = false): Promise<string> {
  const token = byFactor ? null : await openChallenge(asAnyone(), userId);
  if (!token) {
    const home = await openFor(userId, byFactor);
    return next ?? home;
  }
  await setChallengeCookie(token, CHALLENGE_SECONDS);
  return next ? `/sign-in/code?${new URLSearchParams({ next })}` : "/sign-in/code";
}
