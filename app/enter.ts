import "server-only";
import { CHALLENGE_SECONDS, openChallenge } from "@/lib/accounts/service-challenges";
import { setChallengeCookie, setProviderCookie } from "@/lib/auth/cookie";
import { mustComeByProvider, openFor } from "@/lib/auth/entrance";
import { asAnyone } from "@/lib/auth/guards";

type Door = { next?: string | undefined; byFactor?: boolean; byProvider?: boolean };

/**
 * Lets whoever has shown the key to an account in, and answers the address to go to: where they were heading, else their home. Of
 * an account with a second factor that is the page that asks for a code first, unless a second factor was asked for already; of one
 * that is for the organisation's sign-in alone, the page that says so.
 */
export async function enterFor(
  userId: string,
  { next, byFactor = false, byProvider = false }: Door = {},
): Promise<string> {
  if (!byProvider && (await mustComeByProvider(userId))) return "/sign-in?problem=provider_only";
  await setProviderCookie(byProvider);
  const token = byFactor ? null : await openChallenge(asAnyone(), userId);
  if (!token) {
    const home = await openFor(userId, byFactor);
    return next ?? home;
  }
  await setChallengeCookie(token, CHALLENGE_SECONDS);
  return next ? `/sign-in/code?${new URLSearchParams({ next })}` : "/sign-in/code";
}
