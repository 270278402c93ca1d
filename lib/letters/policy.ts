import type { Person } from "@/lib/actor";
import { isAssignee, isOwnRequest } from "@/lib/requests/policy";

type OfRequest = { executiveId: string; assigneeId: string | null; confidential: boolean };

/** Letters of a request are written by whoever has it, and by whoever serves its executive that day, unless it is confidential. */
export function canWriteLetter(
  actor: Person,
  request: OfRequest,
  servedExecutiveIds: readonly string[],
): boolean {
  return (
    isAssignee(actor, request) || (!request.confidential && servedExecutiveIds.includes(request.executiveId))
  );
}

/** Letters are decided by the executive in whose name they are, and by whom they named for it, confidential ones left out. */
export function decidesLetters(
  actor: Person,
  request: { executiveId: string; confidential: boolean },
  deputisedExecutiveIds: readonly string[],
): boolean {
  return (
    isOwnRequest(actor, request) ||
    (!request.confidential && deputisedExecutiveIds.includes(request.executiveId))
  );
}
