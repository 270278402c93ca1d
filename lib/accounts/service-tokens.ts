import "server-only";
import { newApiToken } from "@/lib/api-token";
import { type AuditCtx, audit } from "@/lib/audit";
import { type Ctx, inTransaction, type SystemCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { refusalUnlessProven } from "@/lib/proof";
import { ok, type Result, refuse } from "@/lib/result";
import { hashOfSecret } from "@/lib/secrets";
import { accountAudit } from "./audit";
import { scopesOf, tokenExpiresAt, warnsUntil } from "./rules-tokens";
import type { IssuedToken, IssueTokenInput, TokenIdInput } from "./schema-tokens";
import { lockAccount } from "./service-keys";

const MOST_TOKENS = 20;

/**
 * Makes the actor an API token, which may do what they may as far as its scopes go, and shows it this once. Refuses an API token
 * that would make another, who has not shown lately that it is they, and a twenty-first token.
 */
export async function issueToken(
  ctx: Ctx,
  input: IssueTokenInput,
): Promise<Result<IssuedToken, "session_needed" | "proof_needed" | "too_many_tokens">> {
  const { userId, session } = ctx.actor;
  if (!session) return refuse("session_needed");
  return (
    refusalUnlessProven(ctx) ??
    inTransaction(ctx, async (tx) => {
      await lockAccount(tx, userId);
      const living = await tx.db.apiToken.count({
        where: { userId, revokedAt: null, expiresAt: { gt: tx.now } },
      });
      return living >= MOST_TOKENS ? refuse("too_many_tokens") : ok(await writeToken(tx, userId, input));
    })
  );
}

/** The token itself, also for the command line, where nobody is signed in. */
export async function writeToken(
  tx: AuditCtx,
  userId: string,
  { name, days, access }: IssueTokenInput,
): Promise<IssuedToken> {
  const token = newApiToken();
  const expiresAt = tokenExpiresAt(days, tx.now);
  const { id } = await tx.db.apiToken.create({
    data: {
      userId,
      name,
      scopes: scopesOf(access),
      tokenHash: hashOfSecret(token),
      createdAt: tx.now,
      expiresAt,
    },
    select: { id: true },
  });
  await audit(tx, accountAudit("api_token.issued", userId, { name }));
  return { id, token, expiresAt };
}

/** Ends a token of the actor's, or of anybody where an administrator asks. */
export function endToken(ctx: Ctx, { id }: TokenIdInput): Promise<Result<TokenIdInput>> {
  return inTransaction(ctx, async (tx) => {
    const { userId, isAdministrator } = ctx.actor;
    const where = { id, revokedAt: null, ...(!isAdministrator && { userId }) };
    const [ended] = await tx.db.apiToken.updateManyAndReturn({
      where,
      data: { revokedAt: tx.now },
      select: { userId: true, name: true },
    });
    if (!ended) throw new NotFoundError("API token");
    await audit(tx, accountAudit("api_token.ended", ended.userId, { name: ended.name }));
    return ok({ id });
  });
}

/** The tokens that end within a week and whose owners were not told; each is given out once, to whoever asks first. */
export async function claimEndingTokens(
  tx: SystemCtx,
): Promise<{ id: string; userId: string; name: string; expiresAt: Date }[]> {
  return tx.db.apiToken.updateManyAndReturn({
    where: { warnedAt: null, revokedAt: null, expiresAt: { gt: tx.now, lte: warnsUntil(tx.now) } },
    data: { warnedAt: tx.now },
    select: { id: true, userId: true, name: true, expiresAt: true },
  });
}
