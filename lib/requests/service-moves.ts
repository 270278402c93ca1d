import "server-only";
import { audit } from "@/lib/audit";
import type { Ctx } from "@/lib/context";
import { notify } from "@/lib/notices/service-notify";
import { ok, type Result, refuse } from "@/lib/result";
import type { VisibleRequest } from "./queries";
import { type Moved, type RequestMove, type RequestStatus, requestAfter } from "./rules";

export type MoveRefusal = "not_possible_now" | "changed_meanwhile";

type Assignee = { assistantId: string; userId: string };
type Transition = {
  move: RequestMove;
  version: number | undefined;
  /** Where it leads, when not where the table says. */
  status?: RequestStatus;
  /** Who has it from now on; left out, whoever has it keeps it. */
  assignee?: Assignee | null;
};

/** Makes others who would move the same request wait. */
export async function lockRequest(tx: Ctx, id: string): Promise<void> {
  await tx.db.$queryRaw`SELECT id FROM support_requests WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
}

/** Writes one move of a locked request with its audit row and notices; refuses a move its status does not allow. */
export async function moveRequest(
  tx: Ctx,
  request: VisibleRequest,
  { move, version, status, assignee }: Transition,
): Promise<Result<Moved, MoveRefusal>> {
  const following = requestAfter(request.status, move);
  if (!following) return refuse("not_possible_now", { details: { status: request.status } });
  if (version !== undefined && version !== request.version) return refuse("changed_meanwhile");
  const moved = await tx.db.supportRequest.update({
    where: { id: request.id },
    data: {
      status: status ?? following,
      ...(assignee !== undefined && { assigneeId: assignee?.assistantId ?? null }),
      version: { increment: 1 },
      updatedAt: tx.now,
    },
    select: { id: true, status: true, version: true, assigneeId: true },
  });
  await audit(tx, {
    action: `support_request.${AUDIT_WORDS[move]}`,
    entityType: "support_request",
    entityId: request.id,
    data: { from: request.status, to: moved.status, assigneeId: moved.assigneeId },
  });
  await tellParties(tx, { ...request, status: moved.status }, assignee);
  return ok({ id: moved.id, status: moved.status, version: moved.version });
}

const AUDIT_WORDS: Record<RequestMove, string> = {
  assign: "assigned",
  start: "started",
  wait: "paused",
  resume: "resumed",
  resolve: "resolved",
  close: "closed",
  reopen: "reopened",
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
