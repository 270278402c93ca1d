import "server-only";
import type { Manager } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { type Result, refuse } from "@/lib/result";
import { requireShiftRequest } from "@/lib/schedules/swaps/queries";
import { type ApprovalRefusal, approveShiftRequest } from "@/lib/schedules/swaps/service-decisions";
import { checkShiftRequests } from "./queries-swaps";
import { undecidedCovers } from "./rules-decisions";
import type { ApproveSwapInput } from "./schema";
import { releaseBroken } from "./service";

type Approved = Awaited<ReturnType<typeof approveShiftRequest>> & { ok: true };

/**
 * Approves a request about a shift. As with a publication, it is refused while it is not decided of each cover that breaks by it
 * whether it is kept or released; what is released is so with the approval.
 */
export async function approveSwap(
  ctx: Ctx<Manager>,
  { covers, ...input }: ApproveSwapInput,
): Promise<Result<Approved["value"], ApprovalRefusal | "cover_decision_missing">> {
  const request = await requireShiftRequest(ctx, input.id);
  if (!canManagePool(ctx.actor, request.poolId)) throw new NotFoundError("shift request");
  const chosen = input.assistantId ? { [input.id]: input.assistantId } : {};
  const checked = (await checkShiftRequests(ctx, [request], chosen)).get(input.id);
  const undecided = undecidedCovers(checked?.opened ?? [], covers);
  if (undecided.length > 0)
    return refuse("cover_decision_missing", {
      path: "covers",
      details: { count: undecided.length, covers: undecided },
    });
  return inTransaction(ctx, async (tx) => {
    const approved = await approveShiftRequest(tx, input);
    if (approved.ok) await releaseBroken(tx, covers);
    return approved;
  });
}
