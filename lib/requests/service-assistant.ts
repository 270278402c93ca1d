import "server-only";
import type { Assistant } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { getServingAssistant } from "@/lib/coverage/serving/queries";
import { type Result, refuse } from "@/lib/result";
import { canMoveRequestOn, isAssignee } from "./policy";
import { requireRequestRow } from "./queries";
import type { AssistantMove, Moved } from "./rules";
import type { MoveRequestInput } from "./schema";
import { lockRequest, type MoveRefusal, moveRequest } from "./service-moves";

type ServingRefusal = MoveRefusal | "not_serving_now";
type Answer = Promise<Result<Moved, ServingRefusal>>;

/** Begins work on a request; whoever serves the executive now takes it with that. */
export function startRequest(ctx: Ctx<Assistant>, input: MoveRequestInput): Answer {
  return moveOn(ctx, input, "start");
}

/** Puts a request aside until somebody else has answered. */
export function waitRequest(ctx: Ctx<Assistant>, input: MoveRequestInput): Answer {
  return moveOn(ctx, input, "wait");
}

/** Goes on with a request that waited. */
export function resumeRequest(ctx: Ctx<Assistant>, input: MoveRequestInput): Answer {
  return moveOn(ctx, input, "resume");
}

/** Says that a request is done; the executive closes or reopens it. */
export function resolveRequest(ctx: Ctx<Assistant>, input: MoveRequestInput): Answer {
  return moveOn(ctx, input, "resolve");
}

function moveOn(
  ctx: Ctx<Assistant>,
  { id, version }: MoveRequestInput,
  move: AssistantMove,
): Promise<Result<Moved, ServingRefusal>> {
  return inTransaction(ctx, async (tx) => {
    await lockRequest(tx, id);
    const request = await requireRequestRow(tx, id);
    if (isAssignee(ctx.actor, request)) return moveRequest(tx, request, { move, version });
    const serving = await getServingAssistant(tx, request.executiveId, ctx.now, request.dutyId);
    if (!canMoveRequestOn(ctx.actor, request, serving?.assistantId ?? null)) return refuse("not_serving_now");
    const assignee = { assistantId: ctx.actor.assistant.id, userId: ctx.actor.userId };
    return moveRequest(tx, request, { move, version, assignee });
  });
}
