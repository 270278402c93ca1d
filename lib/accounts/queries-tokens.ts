import "server-only";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { dayIn } from "@/lib/time/zone";
import { accessOf } from "./rules-tokens";
import type { TokenView } from "./schema-tokens";

/** The API tokens of an account that still work, the latest first; those of others are for administrators. */
export async function listTokens(ctx: Ctx, userId: string): Promise<TokenView[]> {
  if (userId !== ctx.actor.userId && !ctx.actor.isAdministrator) throw new NotFoundError("account");
  const rows = await ctx.db.apiToken.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: ctx.now } },
    select: { id: true, name: true, scopes: true, createdAt: true, expiresAt: true, lastUsedAt: true },
    orderBy: { id: "desc" },
    take: 100,
  });
  return rows.map(({ id, name, scopes, createdAt, expiresAt, lastUsedAt }) => ({
    id,
    name,
    access: accessOf(scopes),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedOn: lastUsedAt && dayIn("UTC", lastUsedAt),
  }));
}
