import type { Person } from "@/lib/actor";
import { canReadWords, isAssignee, type RequestParties } from "@/lib/requests/policy";

/** A meeting is arranged by the assistant who has its request, or who serves its executive where it is not confidential. */
export function canArrange(
  actor: Person,
  request: RequestParties,
  servedExecutiveIds: readonly string[],
): boolean {
  if (!actor.assistant || !canReadWords(actor, request)) return false;
  return isAssignee(actor, request) || servedExecutiveIds.includes(request.executiveId);
}
