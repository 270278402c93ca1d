import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { endProposals } from "@/lib/covers/service-proposals";
import type { Movable, MoveRefusal } from "@/lib/moves/rules";
import { move, type Written } from "@/lib/moves/service";
import type { RefusalReason } from "@/lib/refusals";
import { ok, type Refusal, type Result } from "@/lib/result";
import { requirePlanRow } from "./queries-rows";
import { type CoveragePlanStatus, PLAN_MOVES } from "./rules-moves";

export type PlanRow = Awaited<ReturnType<typeof requirePlanRow>>;
export type DecideRefusal = "plan_not_open" | "plan_improved" | "changed_since_read";

/** Ends proposals that were not accepted, with the covers they proposed. */
export async function closePlans(
  tx: Ctx<Manager>,
  ids: string[],
  made: "supersede" | "discard",
): Promise<void> {
  if (ids.length === 0) return;
  const { from, to } = PLAN_MOVES.moves[made];
  await tx.db.coveragePlan.updateMany({
    where: { id: { in: ids }, status: { in: [...from] } },
    data: { status: to ?? undefined, decidedAt: tx.now, version: { increment: 1 } },
  });
  await endProposals(tx, ids);
}

/** Decides on a proposed plan at the version that was read; a plan that a better one has replaced since is refused. */
export async function decidePlan<T, R extends RefusalReason>(
  tx: Ctx<Manager>,
  { id, version }: { id: string; version: number },
  made: "accept" | "discard",
  write: (plan: PlanRow, next: Movable<CoveragePlanStatus>) => Promise<Result<Written<T>, R>>,
): Promise<Result<T, R | DecideRefusal>> {
  const decided = await move(tx, PLAN_MOVES, {
    id,
    version,
    move: made,
    read: async () => ok(await requirePlanRow(tx, id)),
    write,
  });
  return decided.ok ? decided : inPlanWords(decided, version);
}

function inPlanWords<R extends RefusalReason>(
  { reason, ...more }: Refusal<R | MoveRefusal>,
  readVersion: number,
): Refusal<R | DecideRefusal> {
  if (reason === "not_possible_now") return { ...more, reason: "plan_not_open" };
  // A version that never was is no sign of a better plan.
  if (reason === "changed_since_read" && Number(more.details?.version) > readVersion)
    return { ...more, reason: "plan_improved" };
  return { ...more, reason: reason as R };
}
