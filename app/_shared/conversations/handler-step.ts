import type { CasePersonView, CaseView } from "@/lib/disputes/cases/schema";

/** What a handler does next; some steps are others' and waited for. */
export type HandlerStep =
  | { kind: "acknowledge" | "triage" | "grave" | "close" | "reopen" | "propose" | "joint" }
  | { kind: "separate"; people: CasePersonView[] }
  | { kind: "held"; meetingId: string }
  | { kind: "await_meeting" | "await_consent" | "await_signatures" | "look" };

/** The people of a conversation who see it and do not handle it. */
export function partiesOf({ people }: CaseView): CasePersonView[] {
  return people.filter(({ role, since, until }) => role === "party" && since !== null && until === null);
}

/** The next step of whoever handles a conversation; null where there is none. */
export function handlerStepOf(view: CaseView, now: Date): HandlerStep | null {
  const { status, tier, canReopen } = view;
  if (status === "reported") return { kind: "acknowledge" };
  if (status === "acknowledged") return { kind: "triage" };
  if (status === "withdrawn" || (status === "closed" && !canReopen)) return null;
  if (status === "closed") return { kind: "reopen" };
  if (status === "escalated") return { kind: "close" };
  return tier === 3 ? { kind: "grave" } : mediationStepOf(view, now);
}

function mediationStepOf(view: CaseView, now: Date): HandlerStep {
  const { mediation, status } = view;
  const planned = mediation.meetings.filter((meeting) => meeting.status === "planned");
  const begun = planned.find(({ startsAt }) => new Date(startsAt) <= now);
  if (begun) return { kind: "held", meetingId: begun.id };
  if (status === "monitoring") return { kind: mediation.needsLook ? "look" : "close" };
  if (status === "joint_meeting") return jointStepOf(view, planned.length > 0);
  if (mediation.jointRefusal === "nobody_to_meet") return { kind: "close" };
  const invited = mediation.meetings.filter((meeting) => meeting.status !== "cancelled");
  const people = partiesOf(view).filter(({ userId }) => !invited.some(({ withId }) => withId === userId));
  if (people.length > 0) return { kind: "separate", people };
  if (planned.length > 0) return { kind: "await_meeting" };
  return { kind: mediation.jointRefusal === null ? "joint" : "await_consent" };
}

function jointStepOf({ mediation }: CaseView, isPlanned: boolean): HandlerStep {
  if (isPlanned) return { kind: "await_meeting" };
  const wasHeld = mediation.meetings.some(({ kind, status }) => kind === "joint" && status === "held");
  if (!wasHeld) return { kind: "joint" };
  return { kind: mediation.agreement ? "await_signatures" : "propose" };
}
