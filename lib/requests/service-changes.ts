import "server-only";
import type { Person } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { getServingAssistant } from "@/lib/coverage/serving/queries";
import { NotFoundError } from "@/lib/errors";
import type { MoveRefusal } from "@/lib/moves/rules";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { canMoveRequestOn, isOwnRequest } from "./policy";
import { PHONE_MESSAGE, requireRequestRow, type VisibleRequest } from "./queries";
import { tellOfUrgent } from "./queue/service";
import type { MovedRequest } from "./rules";
import type { ChangeRequestInput } from "./schema";
import { moveRequest } from "./service-moves";
import { listRequestTypes } from "./types/queries";

/**
 * Gives an open request another type or priority: whoever asked, whoever has it or serves them now, or a manager of the pool.
 * From then on the level counts that fits it now, with the minutes used so far. Refuses a type that there isn't.
 */
export function changeRequest(
  ctx: Ctx<Person>,
  { typeId, priority, ...input }: ChangeRequestInput,
): Promise<Result<MovedRequest, MoveRefusal | "unknown_request_type">> {
  return inTransaction(ctx, async (tx) => {
    const before = await requireChangeable(tx, input.id);
    const changes = {
      typeId: typeId === undefined ? before.typeId : typeId,
      priority: priority ?? before.priority,
    };
    if (!(await isTypeChoice(tx, before, changes.typeId)))
      return refuse("unknown_request_type", { path: "typeId" });
    const changed = await moveRequest(tx, input, {
      move: "change",
      changes,
      read: async () => ok(await requireRequestRow(tx, input.id)),
    });
    if (changed.ok && changes.priority === "urgent" && before.priority !== "urgent")
      await tellOfUrgent(tx, { id: before.id, holderId: before.assigneeId });
    return changed;
  });
}

async function requireChangeable(tx: Ctx<Person>, id: string): Promise<VisibleRequest> {
  const request = await requireRequestRow(tx, id);
  if (isOwnRequest(tx.actor, request) || canManagePool(tx.actor, request.poolId)) return request;
  const serving = await getServingAssistant(tx, request.executiveId, tx.now, request.dutyId);
  if (!canMoveRequestOn(tx.actor, request, serving?.assistantId ?? null)) throw new NotFoundError("request");
  return request;
}

/** A phone message stays one, and nothing else becomes one: it has a caller. */
async function isTypeChoice(
  tx: Ctx,
  { typeId: before }: VisibleRequest,
  typeId: string | null,
): Promise<boolean> {
  if (typeId === before) return true;
  if (before === PHONE_MESSAGE || typeId === PHONE_MESSAGE) return false;
  return typeId === null || (await listRequestTypes(tx)).some(({ id }) => id === typeId);
}
