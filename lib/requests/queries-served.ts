import "server-only";
import type { Assistant } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { listServedExecutiveIds } from "./queries";

/** The executives an assistant supports or covers today, by name: for whom they may file a request. */
export async function listServedExecutives(ctx: Ctx<Assistant>): Promise<{ id: string; name: string }[]> {
  const ids = await listServedExecutiveIds(ctx);
  const rows = await ctx.db.executive.findMany({
    where: { id: { in: ids } },
    select: { id: true, user: { select: { name: true } } },
    orderBy: { user: { name: "asc" } },
  });
  return rows.map(({ id, user }) => ({ id, name: user.name }));
}
