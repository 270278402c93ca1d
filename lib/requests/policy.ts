import type { Person } from "@/lib/actor";
import { canManagePool } from "@/lib/pools/policy";

/** Whose request it is, in which pool, and who has it. */
export type RequestParties = { executiveId: string; poolId: string; assigneeId: string | null };

export function isOwnRequest(actor: Person, request: { executiveId: string }): boolean {
  return actor.executive?.id === request.executiveId;
}

export function isAssignee(actor: Person, request: { assigneeId: string | null }): boolean {
  return request.assigneeId !== null && actor.assistant?.id === request.assigneeId;
}

/** A request is known to who asked, who has it, who serves the executive that day, and who leads the executive's pool. */
export function canSeeRequest(
  actor: Person,
  request: RequestParties,
  servedExecutiveIds: readonly string[],
): boolean {
  return (
    isOwnRequest(actor, request) ||
    isAssignee(actor, request) ||
    canManagePool(actor, request.poolId) ||
    servedExecutiveIds.includes(request.executiveId)
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
