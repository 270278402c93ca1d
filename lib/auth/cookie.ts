import "server-only";
import { cookies } from "next/headers";
import { encode, type GetTokenParams, getToken } from "next-auth/jwt";
import { env } from "@/lib/env";
import { SESSION_MAX_AGE_SECONDS } from "./options";

function isSecure(): boolean {
  return env().NEXTAUTH_URL.startsWith("https://");
}

/** next-auth's name for its session cookie at this address. */
export function sessionCookieName(): string {
  return isSecure() ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

/** The cookie value next-auth accepts for a session row. */
export function sessionCookieValue(sid: string): Promise<string> {
  return encode({ token: { sid }, secret: env().NEXTAUTH_SECRET, maxAge: SESSION_MAX_AGE_SECONDS });
}

/** The id of the session row in a cookie's value; null when it was never given out by us, or has run out. */
export async function sessionIdIn(value: string | undefined): Promise<string | null> {
  const name = sessionCookieName();
  const req = { headers: {}, cookies: { [name]: value } } as unknown as GetTokenParams["req"];
  const token = value ? await getToken({ req, cookieName: name, secret: env().NEXTAUTH_SECRET }) : null;
  return token?.sid ?? null;
}

const CHALLENGE_COOKIE = "standby-challenge";
const CHALLENGE_PATH = "/sign-in";

/** Puts the token of a sign-in whose code is still to come into the browser. */
export async function setChallengeCookie(token: string, maxAge: number): Promise<void> {
  const options = { httpOnly: true, sameSite: "lax", secure: isSecure(), path: CHALLENGE_PATH } as const;
  (await cookies()).set(CHALLENGE_COOKIE, token, { ...options, maxAge });
}

export async function getChallengeToken(): Promise<string> {
  return (await cookies()).get(CHALLENGE_COOKIE)?.value ?? "";
}

export async function clearChallengeCookie(): Promise<void> {
  (await cookies()).delete({ name: CHALLENGE_COOKIE, path: CHALLENGE_PATH });
}

const PROVIDER_COOKIE = "standby-provider";

/** Notes in the browser whether the session it gets comes from the organisation's provider, so that signing out leads there too. */
export async function setProviderCookie(isFromThere: boolean): Promise<void> {
  const jar = await cookies();
  if (!isFromThere) return void jar.delete(PROVIDER_COOKIE);
  const options = { httpOnly: true, sameSite: "lax", secure: isSecure(), path: "/" } as const;
  jar.set(PROVIDER_COOKIE, "1", { ...options, maxAge: SESSION_MAX_AGE_SECONDS });
}

/** Whether it does, asked once. */
export async function takeProviderCookie(): Promise<boolean> {
  const jar = await cookies();
  const isFromThere = jar.has(PROVIDER_COOKIE);
  if (isFromThere) jar.delete(PROVIDER_COOKIE);
  return isFromThere;
}

/** Puts the session into the browser. */
export async function setSessionCookie(sid: string): Promise<void> {
  (await cookies()).set(sessionCookieName(), await sessionCookieValue(sid), {
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure(),
    path: "/",
    maxAge: SESSION_MAX_AGE_SECONDS,
  });
}

export async function clearSessionCookie(): Promise<void> {
  (await cookies()).delete(sessionCookieName());
}
