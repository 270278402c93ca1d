import { type Refusal, refuse } from "@/lib/result";
import type { AccountState } from "./schema";

export type LinkPurpose = "set_up" | "password";

const HOUR_MS = 3_600_000;

/** How long a link opens: first set-up 24 hours, a first password 7 days. */
const LIFETIME_MS: Record<LinkPurpose, number> = { set_up: 24 * HOUR_MS, password: 7 * 24 * HOUR_MS };

const PAGES: Record<LinkPurpose, string> = { set_up: "/set-up", password: "/welcome" };

export function linkExpiresAt(purpose: LinkPurpose, now: Date): Date {
  return new Date(now.getTime() + LIFETIME_MS[purpose]);
}

/** The address a link is handed over as. */
export function linkAddress(publicUrl: string, purpose: LinkPurpose, token: string): string {
  return `${publicUrl}${PAGES[purpose]}?token=${encodeURIComponent(token)}`;
}

export type LinkRefusal = "link_unknown" | "link_used" | "link_expired";

/** Why a link opens nothing; null when it opens. It opens once, and until it expires. */
export function refusalOfLink(
  link: { usedAt: Date | null; expiresAt: Date } | null,
  now: Date,
): Refusal<LinkRefusal> | null {
  if (!link) return refuse("link_unknown");
  if (link.usedAt) return refuse("link_used");
  return link.expiresAt <= now ? refuse("link_expired") : null;
}

/** Whether an account waits for its first password, is in use, or is shut. */
export function stateOf(account: { hasPassword: boolean; disabledAt: Date | null }): AccountState {
  if (account.disabledAt) return "disabled";
  return account.hasPassword ? "active" : "invited";
}
