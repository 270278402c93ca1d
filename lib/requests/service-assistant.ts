import "server-only";
import type { Assistant } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { getServingAssistant } from "@/lib/coverage/serving/queries";
import type { MoveRefusal } from "@/lib/moves/rules";
import { ok, type Result, refuse } from "@/lib/result";
import { instantIn } from "@/lib/time/zone";
import type { WaitFor } from "./levels/service-pauses";
import { canMoveRequestOn, isAssignee } from "./policy";
import { requireRequestRow } from "./queries";
import type { AssistantMove, MovedRequest } from "./rules";
import type { MoveRequestInput, WaitFromPageInput, WaitRequestInput } from "./schema";
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

/** Puts a request aside at once, one that was not started too: it is started with that. */
export function setAsideRequest(ctx: Ctx<Assistant>, input: WaitRequestInput): Answer {
  return afterStart(ctx, input, (tx, started) => waitRequest(tx, { ...input, ...started }));
}

/** The same from a page: until a day, at a time of it or as it begins, on the clock of the assistant's pool. */
export async function setAsideFromPage(
  ctx: Ctx<Assistant>,
  { untilOn, untilTime, ...input }: WaitFromPageInput,
): Answer {
  if (!untilOn) return setAsideRequest(ctx, input);
  const { timeZone } = await ctx.db.pool.findUniqueOrThrow({
    where: { id: ctx.actor.assistant.poolId },
    select: { timeZone: true },
  });
  const [hours = 0, minutes = 0] = (untilTime ?? "08:00").split(":").map(Number);
  const until = instantIn(timeZone, untilOn, 60 * hours + minutes).toISOString();
  return setAsideRequest(ctx, { ...input, until });
}

/** Says at once that a request is done, one that was not started too. */
export function finishRequest(ctx: Ctx<Assistant>, input: MoveRequestInput): Answer {
  return afterStart(ctx, input, resolveRequest);
}

function afterStart(
  ctx: Ctx<Assistant>,
  { id, version }: MoveRequestInput,
  next: (tx: Ctx<Assistant>, started: MoveRequestInput) => Answer,
): Answer {
  return inTransaction(ctx, async (tx) => {
    const { status } = await requireRequestRow(tx, id);
    if (status !== "new" && status !== "assigned") return next(tx, { id, version });
    const started = await startRequest(tx, { id, version });
    return started.ok ? next(tx, { id, version: started.value.version }) : started;
  });
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
