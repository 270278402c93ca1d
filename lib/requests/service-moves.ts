import "server-only";
import type { Ctx } from "@/lib/context";
import type { MoveRefusal } from "@/lib/moves/rules";
import { move } from "@/lib/moves/service";
import { notify } from "@/lib/notices/service-notify";
import type { RefusalReason } from "@/lib/refusals";
import { ok, type Result } from "@/lib/result";
import type { VisibleRequest } from "./queries";
import { type MovedRequest, REQUEST_MOVES, type RequestMove } from "./rules";
import type { MoveRequestInput } from "./schema";

type Assignee = { assistantId: string; userId: string };

/** A request about to be moved, and who has it from then on; left out, its assignee keeps it. */
export type RequestToMove = VisibleRequest & { nextAssignee?: Assignee | null };

type RequestTransition<R extends RefusalReason> = {
  move: RequestMove | ((request: RequestToMove) => RequestMove);
  /** Reads the locked request for its mover, and refuses those who may not move it. */
  read: () => Promise<Result<RequestToMove, R>>;
};

/** Moves a request with its audit row and notices; refuses a move its status does not allow. */
export function moveRequest<R extends RefusalReason = never>(
  tx: Ctx,
  { id, version }: MoveRequestInput,
  { move: asked, read }: RequestTransition<R>,
): Promise<Result<MovedRequest, R | MoveRefusal>> {
  return move(tx, REQUEST_MOVES, {
    id,
    version,
    move: asked,
    read,
    write: async (request, next, chosen) => {
      const { nextAssignee } = request;
      const { assigneeId } = await tx.db.supportRequest.update({
        where: { id },
        data: {
          ...next,
          ...(nextAssignee !== undefined && { assigneeId: nextAssignee?.assistantId ?? null }),
          updatedAt: tx.now,
        },
        select: { assigneeId: true },
      });
      return ok({
        value: { id, ...next },
        audit: {
          action: `support_request.${AUDIT_WORDS[chosen]}`,
          entityType: "support_request",
          entityId: id,
          data: { from: request.status, to: next.status, assigneeId },
        },
        tell: () => tellParties(tx, { ...request, status: next.status }, nextAssignee),
      });
    },
  });
}

const AUDIT_WORDS: Record<RequestMove, string> = {
  assign: "assigned",
  start: "started",
  wait: "paused",
  resume: "resumed",
  resolve: "resolved",
  close: "closed",
  reopen: "reopened",
  reopen_unassigned: "reopened",
  cancel: "cancelled",
};

async function tellParties(
  tx: Ctx,
  request: VisibleRequest,
  assignee: Assignee | null | undefined,
): Promise<void> {
  const before = request.assignee?.userId;
  const isGiven = assignee && (assignee.userId !== before || request.status === "assigned");
  if (isGiven) await tellAssignee(tx, assignee.userId, request);
  const told = [request.executive.userId, ...(before && before !== assignee?.userId ? [before] : [])];
  await notify(tx, told, { kind: "request_moved_on", params: paramsOf(request) });
}

/** Tells an assistant that a request is theirs. */
export async function tellAssignee(tx: Ctx, userId: string, request: NoticeOf): Promise<void> {
  await notify(tx, [userId], { kind: "request_assigned", params: paramsOf(request) });
}

type NoticeOf = { id: string; summary: string; status: string };

function paramsOf({ id, summary, status }: NoticeOf) {
  return { requestId: id, summary, status };
}
