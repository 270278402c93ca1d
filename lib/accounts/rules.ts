import { type Refusal, refuse } from "@/lib/result";
import type { AccountStanding, AccountState } from "./schema";

export type LinkPurpose = "set_up" | "password";

const HOUR_MS = 3_600_000;

/** How long a link opens: first set-up 24 hours, a first password 7 days, a new one an hour. */
const LIFETIME_MS = { set_up: 24 * HOUR_MS, invitation: 7 * 24 * HOUR_MS, password_reset: HOUR_MS };

const PAGES: Record<LinkPurpose, string> = { set_up: "/set-up", password: "/welcome" };

export function linkExpiresAt(kind: keyof typeof LIFETIME_MS, now: Date): Date {
  return new Date(now.getTime() + LIFETIME_MS[kind]);
}

/** The address a link is handed over as. */
export function linkAddress(publicUrl: string, purpose: LinkPurpose, token: string): string {
  return `${publicUrl}${PAGES[purpose]}?token=${encodeURIComponent(token)}`;
}

export type LinkRefusal = "link_unknown" | "link_used" | "link_expired";

/** Why a link opens nothing; null when it opens. It opens once, and until it expires. */
export function refusalOfLink(
  link: { usedAt: Date | null; expiresAt: Date },
  now: Date,
): Refusal<LinkRefusal> | null {
  if (link.usedAt) return refuse("link_used");
  return link.expiresAt <= now ? refuse("link_expired") : null;
}

/** What the database knows of an account's way from its making to its use. */
export type AccountFacts = {
  hasPassword: boolean;
  disabledAt: MomentFact;
  invitedAt: MomentFact;
  /** The end of a link that was not used. */
  linkExpiresAt: MomentFact;
  activeSince: MomentFact;
  lastSeenAt: MomentFact;
};

type MomentFact = Date | string | null;

/** How an account stands. A password makes it active, however it was come by; a link that has ended still was an invitation. */
export function standingOf(facts: AccountFacts, now: Date): AccountStanding {
  const linkEnds = momentOf(facts.linkExpiresAt);
  return {
    state: stateOf(facts),
    invitedAt: momentOf(facts.invitedAt),
    linkExpiresAt: linkEnds !== null && new Date(linkEnds) > now ? linkEnds : null,
    activeSince: momentOf(facts.activeSince),
    lastSeenAt: momentOf(facts.lastSeenAt),
  };
}

function stateOf({ hasPassword, disabledAt, invitedAt }: AccountFacts): AccountState {
  if (disabledAt !== null) return "disabled";
  if (hasPassword) return "active";
  return invitedAt === null ? "not_invited" : "invited";
}

function momentOf(moment: MomentFact): string | null {
  return moment === null ? null : new Date(moment).toISOString();
}
