import "server-only";
import type { Person } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { matchingAudit } from "@/lib/matching/audit";
import { ok, type Result, refuse } from "@/lib/result";
import { requireAsks } from "./queries";
import type { SetAsksInput } from "./schema";

/** Says what an executive asks for, in place of what they asked before; refuses a way of working that is unknown or named twice. */
export async function setAsks(
  ctx: Ctx<Person>,
  { executiveId, styles, years }: SetAsksInput,
): Promise<Result<{ executiveId: string }, "unknown_style" | "style_twice">> {
  await requireAsks(ctx, executiveId);
  const ids = styles.map(({ styleId }) => styleId);
  if (new Set(ids).size < ids.length) return refuse("style_twice", { path: "styles" });
  if ((await ctx.db.workStyle.count({ where: { id: { in: ids } } })) < ids.length)
    return refuse("unknown_style", { path: "styles" });
  return inTransaction(ctx, async (tx) => {
    await tx.db.askedWorkStyle.deleteMany({ where: { executiveId } });
    await tx.db.askedWorkStyle.createMany({
      data: styles.map(({ styleId, level }) => ({ executiveId, workStyleId: styleId, level })),
    });
    await tx.db.askedExperience.deleteMany({ where: { executiveId } });
    if (years !== null) await tx.db.askedExperience.create({ data: { executiveId, years } });
    await audit(tx, matchingAudit("matching.asked", executiveId, { executiveId }));
    return ok({ executiveId });
  });
}
