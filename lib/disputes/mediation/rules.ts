import { addDays, type Day } from "@/lib/time/day";

/** Weeks after signing in which each is asked how it goes. */
const ASKED_AFTER_WEEKS = [2, 4, 8];

/** The days on which each is asked how it goes: moved to the next day the pool works where they fall on another. */
export function checkInDays(signedOn: Day, nextWorkingDay: (on: Day) => Day): Day[] {
  return ASKED_AFTER_WEEKS.map((weeks) => nextWorkingDay(addDays(signedOn, weeks * 7)));
}

/** A separate meeting of a conversation, as far as it says whether all may meet. */
type Separate = {
  withId: string | null;
  kind: "separate" | "joint";
  status: "planned" | "held" | "cancelled";
};

/** True once a person has had a meeting of their own. */
export function hasMet(meetings: readonly Separate[], userId: string): boolean {
  return meetings.some(
    ({ kind, withId, status }) => kind === "separate" && withId === userId && status === "held",
  );
}

/** Why all can't meet yet: somebody has not been met alone, or has not said yes since; who it is stays with the handler. */
export function refusalOfJointMeeting(
  meetings: readonly Separate[],
  parties: readonly string[],
  consented: readonly string[],
): "separate_meetings_first" | "consent_missing" | "nobody_to_meet" | null {
  if (parties.length < 2) return "nobody_to_meet";
  if (!parties.every((userId) => hasMet(meetings, userId))) return "separate_meetings_first";
  return parties.every((userId) => consented.includes(userId)) ? null : "consent_missing";
}

/** True where the handler is to look: somebody feels worse, or two answers are missing. */
export function needsLook(
  checkIns: readonly { feeling: "better" | "same" | "worse" | null; dueOn: string }[],
  today: Day,
): boolean {
  const missed = checkIns.filter(({ feeling, dueOn }) => feeling === null && dueOn < today);
  return missed.length >= 2 || checkIns.some(({ feeling }) => feeling === "worse");
}
