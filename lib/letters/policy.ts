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

/** A letter is approved and returned by the executive in whose name it is, never by who wrote it. */
export function canDecideLetter(
  actor: Person,
  request: { executiveId: string },
  { writtenById }: { writtenById: string },
): boolean {
  return isOwnRequest(actor, request) && writtenById !== actor.userId;
}
