import type { CaseView } from "@/lib/disputes/cases/schema";
import type { MeetingView } from "@/lib/disputes/mediation/schema";

/** What one of a conversation's people is asked for. */
export type PartyStep =
  | { kind: "meeting"; meeting: MeetingView }
  | { kind: "consent" }
  | { kind: "sign"; edition: number }
  | { kind: "check_in"; checkInId: string };

/** What is asked of one person next, in the order in which it matters; null where nothing is. */
export function partyStepOf(view: CaseView, ownId: string, today: string): PartyStep | null {
  const { meetings, agreement, checkIns, mayConsent, consents } = view.mediation;
  if (view.closedAt) return null;
  const meeting = meetings.find(
    ({ status, answers }) => status === "planned" && !answers.some(({ userId }) => userId === ownId),
  );
  if (meeting) return { kind: "meeting", meeting };
  if (mayConsent && !consents.includes(ownId)) return { kind: "consent" };
  if (agreement && !agreement.signatures.some(({ userId }) => userId === ownId))
    return { kind: "sign", edition: agreement.edition };
  const due = checkIns.find(({ userId, feeling, dueOn }) => userId === ownId && !feeling && dueOn <= today);
  return due ? { kind: "check_in", checkInId: due.id } : null;
}
