import { type AccessByDomain, TOKEN_DOMAINS, type TokenAccess, type TokenDomain } from "./schema-tokens";

const DAY_MS = 86_400_000;

/** So long before it ends the owner of a token is told. */
const WARNED_BEFORE_MS = 7 * DAY_MS;

/** One thing a token may do: "absences:read". */
export function tokenScope(domain: TokenDomain, access: TokenAccess): string {
  return `${domain}:${access}`;
}

/** The scopes a token is given; whoever may write may read. */
export function scopesOf(access: AccessByDomain): string[] {
  return TOKEN_DOMAINS.flatMap((domain) => {
    if (!access[domain]) return [];
    const read = tokenScope(domain, "read");
    return access[domain] === "write" ? [read, tokenScope(domain, "write")] : [read];
  });
}

/** What scopes come to, domain by domain. */
export function accessOf(scopes: readonly string[]): AccessByDomain {
  const entries = TOKEN_DOMAINS.flatMap((domain): [TokenDomain, TokenAccess][] => {
    if (scopes.includes(tokenScope(domain, "write"))) return [[domain, "write"]];
    return scopes.includes(tokenScope(domain, "read")) ? [[domain, "read"]] : [];
  });
  return Object.fromEntries(entries);
}

/** When a token of so many days ends. */
export function tokenExpiresAt(days: number, now: Date): Date {
  return new Date(now.getTime() + days * DAY_MS);
}

/** Tokens that end before this moment have their owners told. */
export function warnsUntil(now: Date): Date {
  return new Date(now.getTime() + WARNED_BEFORE_MS);
}
