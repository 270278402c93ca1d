import type { Person } from "@/lib/actor";
import { canManagePool } from "@/lib/pools/policy";

/** Whose request it is, in which pool, and who has it. */
export type RequestParties = {
  executiveId: string;
  poolId: string;
  assigneeId: string | null;
  confidential: boolean;
  createdById: string;
};

export function isOwnRequest(actor: Person, request: { executiveId: string }): boolean {
  return actor.executive?.id === request.executiveId;
}

export function isAssignee(actor: Person, request: { assigneeId: string | null }): boolean {
  return request.assigneeId !== null && actor.assistant?.id === request.assigneeId;
}

/** The words of a confidential request are for the requester, whoever has it, and whoever wrote it down for the requester. */
export function canReadWords(
  actor: Person,
  request: Pick<RequestParties, "executiveId" | "assigneeId" | "confidential" | "createdById">,
): boolean {
  const isInIt = isOwnRequest(actor, request) || isAssignee(actor, request);
  return !request.confidential || isInIt || request.createdById === actor.userId;
}

/**
 * A request is known to who asked, who wrote it down, who has it, and who leads the executive's pool; one that is not confidential also to who
 * serves the executive that day.
 */
export function canSeeRequest(
  actor: Person,
  request: RequestParties,
  servedExecutiveIds: readonly string[],
): boolean {
  return (
    isOwnRequest(actor, request) ||
    isAssignee(actor, request) ||
    canManagePool(actor, request.poolId) ||
    request.createdById === actor.userId ||
    (!request.confidential && servedExecutiveIds.includes(request.executiveId))
  );
}

/** A request is moved on by whoever has it, or whoever serves the executive at that moment. */
export function canMoveRequestOn(
  actor: Person,
  request: RequestParties,
  servingAssistantId: string | null,
): boolean {
  return isAssignee(actor, request) || (!!servingAssistantId && actor.assistant?.id === servingAssistantId);
}
