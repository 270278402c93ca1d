import { type NextRequest, NextResponse } from "next/server";
import { createTranslator } from "next-intl";
import { PAGE_ADDRESS_HEADER } from "./lib/auth/page-address";
import { ADDRESS_LANGUAGE_HEADER, isLocale, localeTag, preferredLocale } from "./lib/i18n/locales";
import { messages } from "./lib/i18n/messages";
import { judgeRequest } from "./lib/server/request-guard";
import { securityHeaders } from "./lib/server/security-headers";

const FILES_FOR_EVERYONE =
  /^\/(_next\/static\/|icon\.svg$|favicon\.ico$|apple-icon|icons\/|manifest\.webmanifest$)/;
// A calendar feed says itself how long its answer may be kept, and a stream of events that nothing on the way may hold it back.
const SAYS_ITSELF = /^\/api\/(feeds\/|events$)/;

// Pages for people without an account keep their language in the address, and set no cookie.
const SPEAKS_AS_ADDRESSED = /^\/careers(\/|$)/;

/** Stands before every page and answer: refuses foreign writes, and sets the headers that keep browsers strict. */
export function proxy(request: NextRequest): NextResponse {
  const { method, headers, nextUrl } = request;
  const publicUrl = process.env.NEXTAUTH_URL;
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const secure = securityHeaders({
    nonce,
    isDevelopment: process.env.NODE_ENV === "development",
    isHttps: publicUrl ? publicUrl.startsWith("https://") : nextUrl.protocol === "https:",
    provider: process.env.OIDC_ISSUER || undefined,
    isFile: nextUrl.pathname.startsWith("/api/files/"),
    isPrivate: !FILES_FOR_EVERYONE.test(nextUrl.pathname) && !SAYS_ITSELF.test(nextUrl.pathname),
  });
  const verdict = judgeRequest({ method, path: nextUrl.pathname, headers, publicUrl });
  const response = verdict.allowed ? pass(request, nonce, secure) : refuse(request, verdict.address);
  for (const [name, value] of Object.entries(secure)) response.headers.set(name, value);
  return response;
}

function pass(request: NextRequest, nonce: string, secure: Record<string, string>): NextResponse {
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set(PAGE_ADDRESS_HEADER, pageAddress(request));
  headers.delete(ADDRESS_LANGUAGE_HEADER);
  const language = request.nextUrl.searchParams.get("lang");
  if (language && SPEAKS_AS_ADDRESSED.test(request.nextUrl.pathname))
    headers.set(ADDRESS_LANGUAGE_HEADER, language);
  headers.set("Content-Security-Policy", secure["Content-Security-Policy"] ?? "");
  // Next compares it with the Origin of a form; a proxy before us may have named another, or nothing.
  if (process.env.NEXTAUTH_URL) headers.set("x-forwarded-host", new URL(process.env.NEXTAUTH_URL).host);
  return NextResponse.next({ request: { headers } });
}

/** The page as it stands in the address bar, without what Next adds to ask for a part of it. */
function pageAddress({ nextUrl }: NextRequest): string {
  const query = new URLSearchParams(nextUrl.search);
  query.delete("_rsc");
  return query.size > 0 ? `${nextUrl.pathname}?${query}` : nextUrl.pathname;
}

function refuse(request: NextRequest, address: string): NextResponse {
  const chosen = request.cookies.get("locale")?.value;
  const locale = isLocale(chosen) ? chosen : preferredLocale(request.headers.get("accept-language"));
  const t = createTranslator({
    locale: localeTag(locale),
    messages: messages[locale],
    namespace: "errors.blocked",
  });
  return new NextResponse(`${t("body", { address })}\n`, {
    status: 403,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Content-Language": locale },
  });
}
