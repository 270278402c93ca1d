import "server-only";
import type { Ctx } from "@/lib/context";
import type { MoveRefusal } from "@/lib/moves/rules";
import { move } from "@/lib/moves/service";
import { notify } from "@/lib/notices/service-notify";
import { managersOf } from "@/lib/pools/queries-managers";
import type { RefusalReason } from "@/lib/refusals";
import { requestAudit } from "@/lib/requests/audit";
import { requestNotice } from "@/lib/requests/notices";
import { ok, type Result } from "@/lib/result";
import { indexClocks, promise } from "./levels/service-clocks";
import { clockColumns, type WaitFor, writePauses } from "./levels/service-pauses";
import type { VisibleRequest } from "./queries";
import { type MovedRequest, REQUEST_MOVES, type RequestMove, type RequestStatus } from "./rules";
import type { HeldBecause, MoveRequestInput } from "./schema";

/** What a person does to a request; the others are made by the sweep of the holders. */
type PersonMove = Exclude<RequestMove, "unassign" | "leave">;

type Assignee = { assistantId: string; userId: string; because: HeldBecause };

/** A request about to be moved, and who has it from then on; left out, its assignee keeps it. */
export type RequestToMove = VisibleRequest & { nextAssignee?: Assignee | null };

type RequestTransition<R extends RefusalReason> = {
  move: PersonMove | ((request: RequestToMove) => PersonMove);
  /** Reads the locked request for its mover, and refuses those who may not move it. */
  read: () => Promise<Result<RequestToMove, R>>;
  /** For whom it is put aside, and until when. */
  wait?: WaitFor;
  /** The request it is merged into, and the status it had; null for both when it is split off. */
  merging?: { mergedIntoId: string | null; mergedFrom: RequestStatus | null };
  /** What it is from now on; its promises are those of the level that fits this. */
  changes?: { typeId: string | null; priority: VisibleRequest["priority"] };
};

/** Moves a request with its audit row and notices; refuses a move its status does not allow. */
export function moveRequest<R extends RefusalReason = never>(
  tx: Ctx,
  { id, version }: MoveRequestInput,
  { move: asked, read, wait, changes, merging }: RequestTransition<R>,
): Promise<Result<MovedRequest, R | MoveRefusal>> {
  let chosen: PersonMove;
  return move(tx, REQUEST_MOVES, {
    id,
    version,
    move: (request) => {
      chosen = typeof asked === "function" ? asked(request) : asked;
      return chosen;
    },
    read,
    write: async (request, next) => {
      const { nextAssignee } = request;
      const { assigneeId } = await tx.db.supportRequest.update({
        where: { id },
        data: {
          ...next,
          ...changes,
          ...merging,
          ...clockColumns(chosen, request, tx.now),
          ...(nextAssignee !== undefined && {
            assigneeId: nextAssignee?.assistantId ?? null,
            heldBecause: nextAssignee?.because ?? null,
          }),
          updatedAt: tx.now,
        },
        select: { assigneeId: true },
      });
      await writePauses(tx, request, chosen, wait);
      if (changes) await promise(tx, id);
      await indexClocks(tx, [id]);
      const { executiveId, status: from } = request;
      return ok({
        value: { id, ...next },
        audit:
          changes || chosen === "change"
            ? requestAudit("support_request.changed", id, { executiveId, ...whatItIs(request, changes) })
            : requestAudit(AUDITED[chosen], id, { from, to: next.status, assigneeId }),
        tell: async () => {
          if (merging) return;
          return changes
            ? notifyOfPriority(tx, request, changes.priority)
            : notifyParties(tx, request, next.status, nextAssignee);
        },
      });
    },
  });
}

const AUDITED = {
  assign: "support_request.assigned",
  hand_on: "support_request.assigned",
  keep: "support_request.kept",
  start: "support_request.started",
  wait: "support_request.paused",
  resume: "support_request.resumed",
  resolve: "support_request.resolved",
  close: "support_request.closed",
  reopen: "support_request.reopened",
  reopen_unassigned: "support_request.reopened",
  cancel: "support_request.cancelled",
  tick: "support_request.closed",
  merge: "support_request.merged",
  split_new: "support_request.split",
  split_assigned: "support_request.split",
  split_started: "support_request.split",
} as const satisfies Record<Exclude<PersonMove, "change">, string>;

async function notifyParties(
  tx: Ctx,
  request: VisibleRequest,
  status: RequestStatus,
  assignee: Assignee | null | undefined,
): Promise<void> {
  const { id } = request;
  const summary = toldSummary(request);
  const before = request.assignee?.userId;
  const isMoved = status !== request.status;
  if (assignee && (assignee.userId !== before || (isMoved && status === "assigned")))
    await notifyAssignee(tx, assignee.userId, request);
  if (status === "new")
    await notifyManagers(tx, request.poolId, { ...request, executive: request.executive.user.name });
  const told = [
    ...(isMoved ? [request.executive.userId] : []),
    ...(before && before !== assignee?.userId ? [before] : []),
  ];
  await notify(tx, requestNotice("request_moved_on", told, { requestId: id, summary, status }));
}

function whatItIs({ typeId, priority }: VisibleRequest, changes: RequestTransition<never>["changes"]) {
  return { typeId, priority, ...changes };
}

/** Tells whoever asked and whoever has a request that it is more or less urgent than it was. */
async function notifyOfPriority(
  tx: Ctx,
  request: VisibleRequest,
  priority: VisibleRequest["priority"],
): Promise<void> {
  if (priority === request.priority) return;
  const told = [request.executive.userId, ...(request.assignee ? [request.assignee.userId] : [])];
  const notice = { requestId: request.id, summary: toldSummary(request), name: tx.actor.name, priority };
  await notify(tx, requestNotice("request_priority", told, notice));
}

/** Tells an assistant that a request is theirs. */
export async function notifyAssignee(tx: Ctx, userId: string, request: Told): Promise<void> {
  const notice = { requestId: request.id, summary: toldSummary(request) };
  await notify(tx, requestNotice("request_assigned", [userId], notice));
}

type Told = { id: string; summary: string; confidential: boolean };

/** What notices say of a request: nothing of a confidential one. */
export function toldSummary({ summary, confidential }: Omit<Told, "id">): string | null {
  return confidential ? null : summary;
}

/** Tells the managers of a pool that a request has no assistant. */
export async function notifyManagers(
  tx: Ctx,
  poolId: string,
  { executive, ...request }: Told & { executive: string },
): Promise<void> {
  const notice = { requestId: request.id, summary: toldSummary(request), executive };
  await notify(tx, requestNotice("request_unassigned", await managersOf(tx, poolId), notice));
}
