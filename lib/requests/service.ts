import "server-only";
import type { Executive } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import type { MoveRefusal } from "@/lib/moves/rules";
import { ok, type Result } from "@/lib/result";
import { chooseHolder } from "./holders/service";
import { isOwnRequest } from "./policy";
import { requireRequestRow } from "./queries";
import type { MovedRequest } from "./rules";
import type { MoveRequestInput } from "./schema";
import { moveRequest } from "./service-moves";

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
