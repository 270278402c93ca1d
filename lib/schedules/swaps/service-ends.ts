import "server-only";
import { type Ctx, inTransaction, type SystemCtx } from "@/lib/context";
import { move } from "@/lib/moves/service";
import { ok } from "@/lib/result";
import { listDueShiftRequests, type ShiftRequestFacts } from "./queries";
import { SHIFT_REQUEST_MOVES } from "./rules";
import { entryOfRequest, tellOfEnd } from "./service-records";

/**
 * Ends the requests whose time is up, whose shifts were changed, or one of whose people has an approved absence then; everybody
 * whom they concern is told once.
 */
export async function expireShiftRequests(ctx: SystemCtx): Promise<{ expired: number }> {
  const due = await listDueShiftRequests(ctx);
  let expired = 0;
  for (const request of due) expired += await inTransaction(ctx, (tx) => expire(tx, request));
  return { expired };
}

/** The same for a pool, within the transaction that changed its shifts. */
export async function endOutdatedRequests(tx: Ctx, poolId: string): Promise<void> {
  for (const request of await listDueShiftRequests(tx, poolId)) await expire(tx, request);
}

async function expire(tx: Ctx | SystemCtx, request: ShiftRequestFacts): Promise<number> {
  const { id, version } = request;
  const ended = await move(tx, SHIFT_REQUEST_MOVES, {
    ...{ id, version, move: "expire" },
    read: async () => {
      const row = await tx.db.shiftRequest.findUniqueOrThrow({
        where: { id },
        select: { status: true, version: true },
      });
      return ok({ ...request, ...row });
    },
    write: async (row, next) => {
      const endedById = tx.actor?.userId ?? null;
      await tx.db.shiftRequest.update({ where: { id }, data: { ...next, endedAt: tx.now, endedById } });
      return ok({
        value: 1,
        audit: entryOfRequest("shift_request.expired", row, row.owner?.id ?? null),
        tell: () => tellOfEnd(tx, row, "expired"),
      });
    },
  });
  return ended.ok ? ended.value : 0;
}
