import "server-only";
import type { Executive } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import type { MoveRefusal } from "@/lib/moves/rules";
import { firstUnknownDuty } from "@/lib/pools/queries-duties";
import { requestAudit } from "@/lib/requests/audit";
import { ok, type Result, refuse } from "@/lib/result";
import { type Day, dayToDate } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { chooseHolder } from "./holders/service";
import { promise } from "./levels/service-clocks";
import { isOwnRequest } from "./policy";
import { requireRequestRow } from "./queries";
import type { MovedRequest } from "./rules";
import type { FileSupportRequestInput, HeldBecause, MoveRequestInput } from "./schema";
import { moveRequest, notifyAssignee, notifyManagers } from "./service-moves";

export type FiledRequest = {
  id: string;
  status: "new" | "assigned";
  assignee: { assistantId: string; name: string; because: HeldBecause } | null;
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
  const due = await readDue(ctx, executive.poolId, input);
  if (!due.ok) return due;
  return inTransaction(ctx, async (tx) => {
    const holder = await chooseHolder(tx, executive.id, input.dutyId);
    const { holderId, homeId, because, userId, name } = holder;
    const status: FiledRequest["status"] = holderId ? "assigned" : "new";
    const { dutyId, summary, details, priority } = input;
    const { id } = await tx.db.supportRequest.create({
      data: {
        executiveId: executive.id,
        homeAssistantId: homeId,
        assigneeId: holderId,
        heldBecause: because,
        dutyId,
        summary,
        details,
        priority,
        dueOn: due.value.on && dayToDate(due.value.on),
        dueAt: due.value.at,
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
        assigneeId: holderId,
        dutyId,
        priority,
        dueOn: due.value.on,
      }),
    );
    await promise(tx, id);
    if (userId) await notifyAssignee(tx, userId, { id, summary });
    else await notifyManagers(tx, executive.poolId, { id, summary, executive: ctx.actor.name });
    const assignee = holderId && because ? { assistantId: holderId, name: name ?? "", because } : null;
    return ok({ id, status, assignee });
  });
}

type Due = { on: Day | null; at: Date | null };

/** The day and the minute a request is needed by; neither lies in the past. */
async function readDue(
  ctx: Ctx,
  poolId: string,
  { dueOn, dueAt }: Pick<FileSupportRequestInput, "dueOn" | "dueAt">,
): Promise<Result<Due, "due_before_today">> {
  if (!dueOn && !dueAt) return ok({ on: null, at: null });
  const { timeZone } = await ctx.db.pool.findUniqueOrThrow({
    where: { id: poolId },
    select: { timeZone: true },
  });
  const at = dueAt ? new Date(dueAt) : null;
  if (at && at < ctx.now) return refuse("due_before_today", { path: "dueAt" });
  const on = at ? dayIn(timeZone, at) : dueOn;
  if (on && on < dayIn(timeZone, ctx.now)) return refuse("due_before_today", { path: "dueOn" });
  return ok({ on, at });
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
        const { homeAssistantId: homeId, assigneeId, executiveId, dutyId } = request;
        const holder = await chooseHolder(tx, executiveId, dutyId, {
          homeId,
          holderId: assigneeId,
          because: null,
        });
        return ok({ ...request, nextAssignee: assigneeOf(holder) });
      },
    }),
  );
}

async function requireOwn(ctx: Ctx<Executive>, id: string) {
  const request = await requireRequestRow(ctx, id);
  if (!isOwnRequest(ctx.actor, request)) throw new NotFoundError("request");
  return request;
}

function assigneeOf({ holderId, userId, because }: Awaited<ReturnType<typeof chooseHolder>>) {
  return holderId && userId && because ? { assistantId: holderId, userId, because } : null;
}
