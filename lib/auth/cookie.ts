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
