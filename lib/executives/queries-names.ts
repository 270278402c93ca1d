import "server-only";
import type { Ctx } from "@/lib/context";

/** The names of some executives, by their id. */
export async function namesOfExecutives(ctx: Ctx, ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {};
  const rows = await ctx.db.executive.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, user: { select: { name: true } } },
  });
  return Object.fromEntries(rows.map(({ id, user }) => [id, user.name]));
}
