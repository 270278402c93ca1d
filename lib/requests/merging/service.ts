import "server-only";
import type { Person } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { getServingAssistant } from "@/lib/coverage/serving/queries";
import { NotFoundError } from "@/lib/errors";
import type { MoveRefusal } from "@/lib/moves/rules";
import { lockRow } from "@/lib/moves/service";
import { refuseChanged } from "@/lib/moves/service-changes";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { canMoveRequestOn } from "../policy";
import { PHONE_MESSAGE, requireRequestRow, type VisibleRequest } from "../queries";
import { givingMove, type MovedRequest } from "../rules";
import type { MergeRequestInput, MoveRequestInput } from "../schema";
import { moveRequest } from "../service-moves";

type Merged = MovedRequest & { stays: string };

/**
 * Makes two open requests of one executive one: the younger ends, and its words, files and mails are read with the older, which
 * stays. Whoever may move both on, or manages the pool, may. Refuses phone messages, and a confidential one with one that is not.
 */
export function mergeRequests(
  ctx: Ctx<Person>,
  { id, version, intoId }: MergeRequestInput,
): Promise<Result<Merged, MoveRefusal | "merge_not_possible">> {
  return inTransaction(ctx, async (tx) => {
    for (const one of [id, intoId].sort()) await lockRow(tx, "support_requests", one);
    const [named, other] = [await requireMovable(tx, id), await requireMovable(tx, intoId)];
    if (named.version !== version)
      return refuseChanged(
        tx,
        { entityType: "support_request", id },
        { version },
        {
          version: named.version,
          status: named.status,
        },
      );
    if (!areAlike(named, other)) return refuse("merge_not_possible", { path: "intoId" });
    const [stays, ends] = named.createdAt < other.createdAt ? [named, other] : [other, named];
    // What was merged into the younger one before is read with the one that stays.
    await tx.db.supportRequest.updateMany({
      where: { mergedIntoId: ends.id },
      data: { mergedIntoId: stays.id },
    });
    const moved = await moveRequest(tx, ends, {
      move: "merge",
      merging: { mergedIntoId: stays.id, mergedFrom: ends.status },
      read: async () => ok(await requireRequestRow(tx, ends.id)),
    });
    if (!moved.ok) return moved;
    return ok({ ...moved.value, stays: stays.id });
  });
}

function areAlike(a: VisibleRequest, b: VisibleRequest): boolean {
  return (
    a.id !== b.id &&
    a.executiveId === b.executiveId &&
    a.confidential === b.confidential &&
    [a, b].every(({ typeId, status }) => typeId !== PHONE_MESSAGE && givingMove(status) !== null)
  );
}

/** Splits a merged request off again: it goes on as it was. Words said since stay with the one it was merged into. */
export function splitRequest(
  ctx: Ctx<Person>,
  input: MoveRequestInput,
): Promise<Result<MovedRequest, MoveRefusal>> {
  return inTransaction(ctx, (tx) =>
    moveRequest(tx, input, {
      move: ({ mergedFrom }) =>
        mergedFrom === null
          ? "merge"
          : mergedFrom === "new" || mergedFrom === "assigned"
            ? `split_${mergedFrom}`
            : "split_started",
      merging: { mergedIntoId: null, mergedFrom: null },
      read: async () => ok(await requireMovable(tx, input.id)),
    }),
  );
}

async function requireMovable(tx: Ctx<Person>, id: string): Promise<VisibleRequest> {
  const request = await requireRequestRow(tx, id);
  if (canManagePool(tx.actor, request.poolId)) return request;
  const serving = await getServingAssistant(tx, request.executiveId, tx.now, request.dutyId);
  if (!canMoveRequestOn(tx.actor, request, serving?.assistantId ?? null)) throw new NotFoundError("request");
  return request;
}
