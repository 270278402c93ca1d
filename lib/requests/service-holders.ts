import "server-only";
import type { Assistant, Person } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { isKeptApart } from "@/lib/matching/queries";
import type { MoveRefusal } from "@/lib/moves/rules";
import { canManagePool } from "@/lib/pools/policy";
import type { RefusalReason } from "@/lib/refusals";
import { ok, type Result, refuse } from "@/lib/result";
import { holderFacts, readServingNow } from "./holders/queries";
import { isAssignee } from "./policy";
import { requireRequestRow, type VisibleRequest } from "./queries";
import { listColleagues } from "./queries-colleagues";
import { givingMove, type MovedRequest } from "./rules";
import type { AssignRequestInput, MoveRequestInput } from "./schema";
import { moveRequest } from "./service-moves";

type Answer<R extends RefusalReason> = Promise<Result<MovedRequest, MoveRefusal | R>>;

/**
 * Gives an open request to an assistant: a manager to one of their pools, whoever has it to a colleague who supports or covers
 * the executive. It stays there until they are away. Refuses one who may not work for that executive.
 */
export function assignRequest(
  ctx: Ctx<Person>,
  { assistantId, ...input }: AssignRequestInput,
): Answer<"not_available_for_executive"> {
  return inTransaction(ctx, (tx) =>
    moveRequest(tx, input, {
      move: ({ status }) => givingMove(status) ?? "hand_on",
      read: async () => {
        const request = await requireRequestRow(tx, input.id);
        const userId = await requireReceiver(tx, request, assistantId);
        if (await isKeptApart(tx, request.executiveId, assistantId))
          return refuse("not_available_for_executive", { path: "assistantId" });
        return ok({ ...request, nextAssignee: { assistantId, userId, because: "hand" as const } });
      },
    }),
  );
}

/** The account of an assistant to whom the actor may give a request; anybody else is not found. */
async function requireReceiver(tx: Ctx, request: VisibleRequest, assistantId: string): Promise<string> {
  if (canManagePool(tx.actor, request.poolId)) {
    const assistant = await tx.db.assistant.findUnique({
      where: { id: assistantId },
      select: { poolId: true, userId: true },
    });
    if (assistant && canManagePool(tx.actor, assistant.poolId)) return assistant.userId;
    throw new NotFoundError("assistant");
  }
  if (!isAssignee(tx.actor, request)) throw new NotFoundError("request");
  const colleague = (await listColleagues(tx, request.executiveId)).find(({ id }) => id === assistantId);
  if (!colleague) throw new NotFoundError("assistant");
  return colleague.userId;
}

/** Keeps a request with who has it, though it would go home: whoever covers finishes it, or a manager has them finish it. */
export function keepRequest(ctx: Ctx<Person>, input: MoveRequestInput): Answer<never> {
  return inTransaction(ctx, (tx) =>
    moveRequest(tx, input, {
      move: "keep",
      read: async () => {
        const request = await requireRequestRow(tx, input.id);
        if (!isAssignee(ctx.actor, request) && !canManagePool(ctx.actor, request.poolId))
          throw new NotFoundError("request");
        const { assigneeId, assignee } = request;
        const nextAssignee =
          assigneeId && assignee
            ? { assistantId: assigneeId, userId: assignee.userId, because: "kept" as const }
            : null;
        return ok({ ...request, nextAssignee });
      },
    }),
  );
}

/** Takes a request from whoever has it: only an assistant who serves the executive at this moment may. */
export function takeOverRequest(ctx: Ctx<Assistant>, input: MoveRequestInput): Answer<"not_serving_now"> {
  return inTransaction(ctx, (tx) =>
    moveRequest(tx, input, {
      move: ({ status }) => givingMove(status) ?? "hand_on",
      read: async () => {
        const request = await requireRequestRow(tx, input.id);
        const { id: assistantId } = ctx.actor.assistant;
        if (!(await isServing(tx, request, assistantId))) return refuse("not_serving_now");
        const nextAssignee = { assistantId, userId: ctx.actor.userId, because: "hand" as const };
        return ok({ ...request, nextAssignee });
      },
    }),
  );
}

async function isServing(tx: Ctx, request: VisibleRequest, assistantId: string): Promise<boolean> {
  const serving = await readServingNow(tx, request.executiveId);
  if (!serving) return false;
  const { choices, isThere } = holderFacts(serving, request.dutyId, () => 0);
  const ids = [...choices.own.map((own) => own.assistantId), choices.coverId, ...choices.backupIds];
  return ids.includes(assistantId) && isThere(assistantId);
}
