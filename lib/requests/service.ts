import "server-only";
import type { Executive, Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { getServingAssistant } from "@/lib/coverage/serving/queries";
import { NotFoundError } from "@/lib/errors";
import { isKeptApart } from "@/lib/matching/queries";
import type { MoveRefusal } from "@/lib/moves/rules";
import { canManagePool } from "@/lib/pools/policy";
import { firstUnknownDuty } from "@/lib/pools/queries-duties";
import { getPoolDay } from "@/lib/pools/queries-today";
import { requestAudit } from "@/lib/requests/audit";
import { ok, type Result, refuse } from "@/lib/result";
import { dayToDate } from "@/lib/time/day";
import { isOwnRequest } from "./policy";
import { requireRequestRow } from "./queries";
import type { MovedRequest } from "./rules";
import type { AssignRequestInput, FileSupportRequestInput, MoveRequestInput } from "./schema";
import { moveRequest, notifyAssignee, notifyManagers } from "./service-moves";

export type FiledRequest = {
  id: string;
  status: "new" | "assigned";
  assignee: { assistantId: string; name: string; kind: "own" | "cover" } | null;
};

type FilingRefusal = "unknown_duty" | "due_before_today";

/** Sends an executive's request to the assistant who supports or covers them at this moment with the duty it is about; with nobody there, to the pool's managers. */
export async function fileSupportRequest(
  ctx: Ctx<Executive>,
  input: FileSupportRequestInput,
): Promise<Result<FiledRequest, FilingRefusal>> {
  const { executive } = ctx.actor;
  if (input.dutyId && (await firstUnknownDuty(ctx, [input.dutyId])))
    return refuse("unknown_duty", { path: "dutyId", details: { duty: input.dutyId } });
  if (input.dueOn && input.dueOn < (await getPoolDay(ctx, executive.poolId)))
    return refuse("due_before_today", { path: "dueOn" });
  return inTransaction(ctx, async (tx) => {
    const serving = await getServingAssistant(tx, executive.id, ctx.now, input.dutyId ?? null);
    const status: FiledRequest["status"] = serving ? "assigned" : "new";
    const { dutyId, summary, details, priority } = input;
    const { id } = await tx.db.supportRequest.create({
      data: {
        executiveId: executive.id,
        assigneeId: serving?.assistantId ?? null,
        dutyId,
        summary,
        details,
        priority,
        dueOn: input.dueOn && dayToDate(input.dueOn),
        status,
        createdById: ctx.actor.userId,
        createdAt: ctx.now,
        updatedAt: ctx.now,
      },
      select: { id: true },
    });
    await audit(
      tx,
      requestAudit("support_request.filed", id, {
        executiveId: executive.id,
        assigneeId: serving?.assistantId ?? null,
        dutyId,
        priority,
        dueOn: input.dueOn,
      }),
    );
    if (serving) await notifyAssignee(tx, serving.userId, { id, summary });
    else await notifyManagers(tx, executive.poolId, { id, summary, executive: ctx.actor.name });
    return ok({ id, status, assignee: serving && whoOf(serving) });
  });
}

function whoOf({ assistantId, name, kind }: NonNullable<FiledRequest["assignee"]>) {
  return { assistantId, name, kind };
}

/** Confirms that a resolved request is done; only who asked may. */
export function closeRequest(
  ctx: Ctx<Executive>,
  input: MoveRequestInput,
): Promise<Result<MovedRequest, MoveRefusal>> {
  return moveOwn(ctx, input, "close");
}

/** Calls off an open request; only who asked may. */
export function cancelSupportRequest(
  ctx: Ctx<Executive>,
  input: MoveRequestInput,
): Promise<Result<MovedRequest, MoveRefusal>> {
  return moveOwn(ctx, input, "cancel");
}

function moveOwn(ctx: Ctx<Executive>, input: MoveRequestInput, move: "close" | "cancel") {
  return inTransaction(ctx, (tx) =>
    moveRequest(tx, input, { move, read: async () => ok(await requireOwn(tx, input.id)) }),
  );
}

/** Opens a resolved or closed request again; it goes to whoever serves the executive now, as a new one would. */
export function reopenRequest(
  ctx: Ctx<Executive>,
  input: MoveRequestInput,
): Promise<Result<MovedRequest, MoveRefusal>> {
  return inTransaction(ctx, (tx) =>
    moveRequest(tx, input, {
      move: ({ nextAssignee }) => (nextAssignee ? "reopen" : "reopen_unassigned"),
      read: async () => {
        const request = await requireOwn(tx, input.id);
        const nextAssignee = await getServingAssistant(tx, request.executiveId, ctx.now, request.dutyId);
        return ok({ ...request, nextAssignee });
      },
    }),
  );
}

async function requireOwn(ctx: Ctx<Executive>, id: string) {
  const request = await requireRequestRow(ctx, id);
  if (!isOwnRequest(ctx.actor, request)) throw new NotFoundError("request");
  return request;
}

type AssignRefusal = MoveRefusal | "not_available_for_executive";

/** Gives an open request to an assistant of the manager's pools; refuses one who may not work for that executive. */
export function assignRequest(
  ctx: Ctx<Manager>,
  { assistantId, ...input }: AssignRequestInput,
): Promise<Result<MovedRequest, AssignRefusal>> {
  return inTransaction(ctx, (tx) =>
    moveRequest(tx, input, {
      move: "assign",
      read: async () => {
        const request = await requireRequestRow(tx, input.id);
        if (!canManagePool(ctx.actor, request.poolId)) throw new NotFoundError("request");
        const assistant = await tx.db.assistant.findUnique({
          where: { id: assistantId },
          select: { poolId: true, userId: true },
        });
        if (!assistant || !canManagePool(ctx.actor, assistant.poolId)) throw new NotFoundError("assistant");
        if (await isKeptApart(tx, request.executiveId, assistantId))
          return refuse("not_available_for_executive", { path: "assistantId" });
        return ok({ ...request, nextAssignee: { assistantId, userId: assistant.userId } });
      },
    }),
  );
}
