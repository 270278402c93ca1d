import "server-only";
import type { Manager } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { withChoicesFor } from "@/lib/coverage/demand/queries-grid";
import { coversIn } from "@/lib/coverage/demand/rules";
import { gridOf, isOverfilled } from "@/lib/coverage/demand/rules-grid";
import { loadStaffing } from "@/lib/coverage/office/queries";
import { isLiveCover } from "@/lib/covers/rules";
import { changePin, type KeptChange, lockChange, takeBackChange } from "@/lib/covers/service-undo";
import { NotFoundError, sqlStateOf } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { halfDayAt } from "@/lib/time/half-day";
import { spanOfColumns } from "@/lib/time/stretch-columns";
import type { PinCoverInput, UndoChangeInput } from "./schema";
import { lockLedCover } from "./service";

/** Takes back one change of the board as a whole, by the manager who made it; refuses when the board has moved on since. */
export async function undoChange(
  ctx: Ctx<Manager>,
  input: UndoChangeInput,
): Promise<Result<{ id: string }, "cannot_undo">> {
  try {
    return await inTransaction(ctx, (tx) => undoLocked(tx, input.id));
  } catch (error) {
    if (["23P01", "23514"].includes(sqlStateOf(error) ?? "")) return refuse("cannot_undo");
    throw error;
  }
}

async function undoLocked(tx: Ctx<Manager>, id: string): Promise<Result<{ id: string }, "cannot_undo">> {
  const kept = await lockChange(tx, id);
  if (!kept || !isOwnChange(tx, kept)) throw new NotFoundError("change");
  const takenBack = await takeBackChange(tx, kept);
  if (!takenBack) return refuse("cannot_undo");
  if (await isBeyondCapacity(tx, takenBack.restored)) return refuse("cannot_undo");
  if (takenBack.reopenedPlanId) await reopenPlan(tx, takenBack.reopenedPlanId);
  return ok({ id });
}

function isOwnChange({ actor }: Ctx<Manager>, { change, covers }: KeptChange): boolean {
  return (
    change.actorId === actor.userId && covers.every((cover) => canManagePool(actor, cover.executive.poolId))
  );
}

/** True when somebody's restored covers no longer fit beside what else they have to do by now, overrides aside. */
async function isBeyondCapacity(tx: Ctx<Manager>, restored: KeptChange["covers"]): Promise<boolean> {
  const ruled = restored
    .filter((cover) => cover.overrideReason === "")
    .map((cover) => ({ ...cover, ...spanOfColumns(cover) }));
  if (ruled.length === 0) return false;
  const poolIds = [...new Set(ruled.flatMap((cover) => [cover.executive.poolId, cover.assistant.poolId]))];
  const from = halfDayAt(Math.min(...ruled.map((cover) => cover.first))).on;
  const to = halfDayAt(Math.max(...ruled.map((cover) => cover.last))).on;
  const staffing = await loadStaffing(tx.db, { poolIds }, from, to);
  const grid = await withChoicesFor(tx, gridOf(staffing), []);
  return ruled.some((cover) =>
    grid.rows
      .get(cover.executiveId)
      ?.some(
        (state, position) =>
          coversIn(state).some((piece) => piece.cover.id === cover.id) &&
          isOverfilled(grid, cover.assistantId, position),
      ),
  );
}

async function reopenPlan(tx: Ctx<Manager>, planId: string): Promise<void> {
  await tx.db.coveragePlan.update({
    where: { id: planId },
    data: { status: "proposed", decidedAt: null, version: { increment: 1 } },
    select: { id: true },
  });
}

/** Pins a cover so that no plan moves it, or lets it go; pinning what is pinned changes nothing. */
export async function pinCover(
  ctx: Ctx<Manager>,
  input: PinCoverInput,
): Promise<Result<{ id: string; changeId: string | null }, "cover_ended">> {
  return inTransaction(ctx, async (tx) => {
    await lockLedCover(tx, input.id);
    const { status, pinned } = await tx.db.coverageAssignment.findUniqueOrThrow({
      where: { id: input.id },
      select: { status: true, pinned: true },
    });
    if (!isLiveCover(status)) return refuse("cover_ended");
    if (pinned === input.pinned) return ok({ id: input.id, changeId: null });
    return ok({ id: input.id, changeId: await changePin(tx, input.id, input.pinned) });
  });
}
