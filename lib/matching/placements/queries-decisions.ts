import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { dayOfColumn } from "@/lib/time/day";
import type { ListDecisionsInput, PlacementDecisionView } from "./schema";

const MOST = 50;
const NAME = { select: { user: { select: { name: true } } } } as const;

/** Who was chosen for an executive and why, the latest first; for whoever leads the pool. */
export async function listPlacementDecisions(
  ctx: Ctx<Manager>,
  { executiveId }: ListDecisionsInput,
): Promise<PlacementDecisionView[]> {
  const executive = await ctx.db.executive.findUnique({
    where: { id: executiveId },
    select: { poolId: true },
  });
  if (!executive || !canManagePool(ctx.actor, executive.poolId)) throw new NotFoundError("executive");
  const rows = await ctx.db.placementDecision.findMany({
    where: { executiveId },
    include: { assistant: NAME, first: NAME, by: { select: { name: true } } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: MOST,
  });
  return rows.map(({ assistant, first, by, byId: _, fromOn, at, inputs, ...row }) => ({
    ...row,
    assistantName: assistant.user.name,
    firstAssistantName: first?.user.name ?? null,
    from: dayOfColumn(fromOn),
    byName: by.name,
    at: at.toISOString(),
    inputs: inputs as Record<string, unknown>,
  }));
}
