import "server-only";
import type { Assistant } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { getServingAssistant } from "@/lib/coverage/serving/queries";
import type { MoveRefusal } from "@/lib/moves/rules";
import { ok, type Result, refuse } from "@/lib/result";
import type { WaitFor } from "./levels/service-pauses";
import { canMoveRequestOn, isAssignee } from "./policy";
import { requireRequestRow } from "./queries";
import type { AssistantMove, MovedRequest } from "./rules";
import type { MoveRequestInput, WaitRequestInput } from "./schema";
import { moveRequest } from "./service-moves";

type ServingRefusal = MoveRefusal | "not_serving_now";
type Answer = Promise<Result<MovedRequest, ServingRefusal>>;

/** Begins work on a request; whoever serves the executive now takes it with that. */
export function startRequest(ctx: Ctx<Assistant>, input: MoveRequestInput): Answer {
  return moveOn(ctx, input, "start");
}

/** Puts a request aside until the requester or another person has answered, or a time has come; its clock stands meanwhile. */
export function waitRequest(
  ctx: Ctx<Assistant>,
  { for: whom = "requester", until, ...input }: WaitRequestInput,
): Answer {
  return moveOn(ctx, input, "wait", { for: whom, until: until ? new Date(until) : null });
}

/** Goes on with a request that waited. */
export function resumeRequest(ctx: Ctx<Assistant>, input: MoveRequestInput): Answer {
  return moveOn(ctx, input, "resume");
}

/** Says that a request is done; the executive closes or reopens it. */
export function resolveRequest(ctx: Ctx<Assistant>, input: MoveRequestInput): Answer {
  return moveOn(ctx, input, "resolve");
}

function moveOn(ctx: Ctx<Assistant>, input: MoveRequestInput, move: AssistantMove, wait?: WaitFor): Answer {
  return inTransaction(ctx, (tx) =>
    moveRequest(tx, input, {
      move,
      ...(wait && { wait }),
      read: async () => {
        const request = await requireRequestRow(tx, input.id);
        if (isAssignee(ctx.actor, request)) return ok(request);
        const serving = await getServingAssistant(tx, request.executiveId, ctx.now, request.dutyId);
        if (!canMoveRequestOn(ctx.actor, request, serving?.assistantId ?? null))
          return refuse("not_serving_now");
        const { id: assistantId } = ctx.actor.assistant;
        const nextAssignee = { assistantId, userId: ctx.actor.userId, because: "hand" as const };
        return ok({ ...request, nextAssignee });
      },
    }),
  );
}
