import "server-only";
import type { Administrator } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction, type PublicCtx } from "@/lib/context";
import { EMPLOYMENTS, hasLeft } from "@/lib/employment";
import { type Locale, localeOf } from "@/lib/i18n/locales";
import { refusalUnlessProven } from "@/lib/proof";
import { ok, type Result, refuse } from "@/lib/result";
import { accountAudit } from "./audit";
import type { AccountIdInput } from "./schema";
import { endSessions, lockAccount } from "./service-keys";

/** What a provider of sign-in says of somebody: who they are to it, and their address, where it vouches for that. */
export type ProviderClaims = { issuer: string; subject: string; email: string | null; isVerified: boolean };

export type IdentityRefusal =
  | "account_disabled"
  | "identity_unknown"
  | "identity_unverified"
  | "identity_elsewhere";

type Found = Result<{ userId: string; locale: Locale }, IdentityRefusal>;

/**
 * Whose account a provider has let somebody into. The first time that is the account with their address, which the provider must
 * vouch for and whose domain must be listed; from then on the subject alone counts, whatever the address is. Refuses who is not
 * put here, whose account is shut, and an account that another subject is linked to.
 */
export function resolveIdentity(
  ctx: PublicCtx,
  claims: ProviderClaims,
  domains: readonly string[],
): Promise<Found> {
  return inTransaction(ctx, async (tx) => {
    const { issuer, subject } = claims;
    const known = await tx.db.userIdentity.findUnique({
      where: { issuer_subject: { issuer, subject } },
      select: { userId: true },
    });
    return known ? openAccountOf(tx, known.userId) : link(tx, claims, domains);
  });
}

async function link(tx: PublicCtx, claims: ProviderClaims, domains: readonly string[]): Promise<Found> {
  const { issuer, subject, isVerified } = claims;
  const email = claims.email?.toLowerCase() ?? "";
  if (!isVerified || !domains.includes(email.slice(email.lastIndexOf("@") + 1)))
    return refuse("identity_unverified");
  const user = await tx.db.user.findUnique({ where: { email }, select: { id: true } });
  if (!user) return refuse("identity_unknown");
  await lockAccount(tx, user.id);
  const found = await openAccountOf(tx, user.id);
  if (!found.ok) return found;
  const other = await tx.db.userIdentity.count({ where: { issuer, userId: user.id } });
  if (other > 0) return refuse("identity_elsewhere");
  await tx.db.userIdentity.create({ data: { issuer, subject, userId: user.id, linkedAt: tx.now } });
  await tx.db.user.updateMany({ where: { id: user.id, activeSince: null }, data: { activeSince: tx.now } });
  await audit({ ...tx, actor: { userId: user.id } }, accountAudit("account.identity_linked", user.id));
  return found;
}

async function openAccountOf(tx: PublicCtx, userId: string): Promise<Found> {
  const select = { locale: true, disabledAt: true, ...EMPLOYMENTS };
  const user = await tx.db.user.findUniqueOrThrow({ where: { id: userId }, select });
  if (user.disabledAt || hasLeft(user, tx.now)) return refuse("account_disabled");
  return ok({ userId, locale: localeOf(user.locale) });
}

/**
 * Takes the link to the organisation's sign-in from an account, as for a person who got another identity there; the next sign-in
 * by a verified address links anew. Sessions end. Refuses one that has none, and whoever has not shown lately that it is they.
 */
export async function unlinkIdentity(
  ctx: Ctx<Administrator>,
  { userId }: AccountIdInput,
): Promise<Result<AccountIdInput, "identity_missing" | "proof_needed">> {
  const unproven = refusalUnlessProven(ctx);
  if (unproven) return unproven;
  return inTransaction(ctx, async (tx) => {
    await lockAccount(tx, userId);
    const { count } = await tx.db.userIdentity.deleteMany({ where: { userId } });
    if (count === 0) return refuse("identity_missing");
    await endSessions(tx, userId);
    await audit(tx, accountAudit("account.identity_unlinked", userId));
    return ok({ userId });
  });
}
