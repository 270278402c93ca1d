import "server-only";
import { createHash } from "node:crypto";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { type NextAuthOptions } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { env } from "@/lib/env";
import { logFailure } from "@/lib/log";
import { newSecret } from "@/lib/secrets";
import { authOptions } from "./options";

const PROVIDER = "oidc";
const PATIENCE_MS = 10_000;
/** Nobody waits longer than this to be signed out. */
const PATIENCE_OUT_MS = 3_000;

/** A provider of sign-in (OpenID Connect), as it is set. */
export type OidcSettings = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  name: string;
  domains: readonly string[];
  trustsEmail: boolean;
  factorAmr: string | null;
};

/** The provider people can sign in with; null where none is set. */
export function getOidcSettings(): OidcSettings | null {
  const set = env();
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = set;
  if (!issuer || !clientId || !clientSecret) return null;
  return {
    ...{ issuer, clientId, clientSecret, name: set.OIDC_NAME },
    domains: set.OIDC_EMAIL_DOMAINS ?? [],
    trustsEmail: set.OIDC_TRUST_EMAIL === "1",
    factorAmr: set.OIDC_FACTOR_AMR ?? null,
  };
}

/** What the provider said of whoever it let in. */
export type OidcClaims = {
  issuer: string;
  subject: string;
  email: string | null;
  isVerified: boolean;
  byFactor: boolean;
};

/** What to answer a browser: where to go, and cookies to keep. */
export type OidcAnswer = { to: string; cookies: string[] };

type Cookies = Readonly<Record<string, string>>;

/** Where to send a browser to sign in; it comes back with what only it can show (state, nonce and the proof of PKCE, in cookies). */
export function beginOidc(
  settings: OidcSettings,
  cookies: Cookies,
  callbackUrl: string,
): Promise<OidcAnswer> {
  const token = newSecret();
  const hash = createHash("sha256").update(`${token}${env().NEXTAUTH_SECRET}`).digest("hex");
  const isSecure = env().NEXTAUTH_URL.startsWith("https://");
  const name = isSecure ? "__Host-next-auth.csrf-token" : "next-auth.csrf-token";
  return askNextAuth(optionsOf(settings), {
    method: "POST",
    query: { nextauth: ["signin", PROVIDER] },
    body: { csrfToken: token, callbackUrl },
    cookies: { ...cookies, [name]: `${token}|${hash}` },
  });
}

/** Checks what a browser came back with; whoever the provider let in is handed to `enter`, which answers where they go. */
export function endOidc(
  settings: OidcSettings,
  { cookies, query }: { cookies: Cookies; query: Readonly<Record<string, string>> },
  enter: (claims: OidcClaims) => Promise<string>,
): Promise<OidcAnswer> {
  const options = optionsOf(settings);
  options.callbacks = {
    ...options.callbacks,
    signIn: ({ profile }) => enter(claimsOf(settings, (profile ?? {}) as Record<string, unknown>)),
  };
  const request = { method: "GET", query: { ...query, nextauth: ["callback", PROVIDER] }, body: {}, cookies };
  return askNextAuth(options, request);
}

const Discovery = z.object({ end_session_endpoint: z.url({ protocol: /^https?$/ }).optional() });

/**
 * Where a browser signs out at the provider and comes back to sign in (OpenID Connect RP-Initiated Logout); null where it has no
 * such place, or does not answer.
 */
export async function wayOutOf(
  { issuer, clientId }: OidcSettings,
  publicUrl: string,
): Promise<string | null> {
  try {
    const answer = await fetch(`${issuer}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(PATIENCE_OUT_MS),
      cache: "no-store",
    });
    const { end_session_endpoint: end } = Discovery.parse(await answer.json());
    if (!end || new URL(end).origin !== new URL(issuer).origin) return null;
    const back = { client_id: clientId, post_logout_redirect_uri: `${publicUrl}/sign-in` };
    return `${end}${end.includes("?") ? "&" : "?"}${new URLSearchParams(back)}`;
  } catch (error) {
    logFailure(error, { reference: "way out", where: "oidc" });
    return null;
  }
}

/** Where a browser was heading when it was sent to the provider. */
export function headingIn(cookies: Cookies): string | undefined {
  const found = Object.entries(cookies).find(([name]) => name.endsWith("next-auth.callback-url"));
  if (!found || !URL.canParse(found[1])) return undefined;
  const { pathname, search } = new URL(found[1]);
  return `${pathname}${search}`;
}

function optionsOf(settings: OidcSettings): NextAuthOptions {
  return {
    ...authOptions,
    secret: env().NEXTAUTH_SECRET,
    providers: [providerOf(settings)],
    logger: {
      error: (code, meta) =>
        logFailure(meta instanceof Error ? meta : new Error(code), { reference: code, where: "oidc" }),
      warn: () => {},
      debug: () => {},
    },
  };
}

function providerOf({ issuer, clientId, clientSecret, name }: OidcSettings): OAuthConfig<{ sub: string }> {
  return {
    ...{ id: PROVIDER, name, type: "oauth", clientId, clientSecret, issuer },
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope: "openid email profile" } },
    httpOptions: { timeout: PATIENCE_MS },
    profile: ({ sub }) => ({ id: sub }),
  };
}

const ENTRA = /^https:\/\/login\.microsoftonline\.com\//;

/** Entra ID gives each application another subject, and keeps a person's own id in `oid`; it vouches for addresses by `xms_edov`. */
function claimsOf(
  { issuer, trustsEmail, factorAmr }: OidcSettings,
  profile: Record<string, unknown>,
): OidcClaims {
  const { sub, oid, email, email_verified, xms_edov, amr } = profile;
  const isEntra = ENTRA.test(issuer);
  const vouched = isEntra ? xms_edov : email_verified;
  return {
    issuer,
    subject: String(isEntra && oid ? oid : sub),
    email: typeof email === "string" ? email : null,
    isVerified: trustsEmail || vouched === true || vouched === "true" || vouched === 1,
    byFactor: factorAmr !== null && Array.isArray(amr) && amr.includes(factorAmr),
  };
}

type Asked = Pick<NextApiRequest, "method" | "query" | "body"> & { cookies: Cookies };

/** Asks next-auth as a page would, without one. */
async function askNextAuth(options: NextAuthOptions, asked: Asked): Promise<OidcAnswer> {
  const headers = new Map<string, string | string[]>();
  const response = {
    status: () => response,
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader: (name: string, value: string | string[]) => {
      headers.set(name.toLowerCase(), value);
      return response;
    },
    end: () => {},
    send: () => {},
    json: () => {},
  };
  const request = { ...asked, headers: {} };
  await NextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, options);
  return {
    to: String(headers.get("location") ?? "/sign-in?error=none"),
    cookies: [headers.get("set-cookie") ?? []].flat(),
  };
}
