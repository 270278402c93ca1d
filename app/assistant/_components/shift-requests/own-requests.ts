import type { ShiftRequestFacts } from "@/lib/schedules/swaps/queries";
import { isLiveRequest } from "@/lib/schedules/swaps/rules";

/** Requests that wait for one's own answer. */
export function askedOf(requests: readonly ShiftRequestFacts[], me: string): ShiftRequestFacts[] {
  return requests.filter(
    ({ status, owner, answers }) =>
      status === "pending_acceptance" &&
      owner?.id !== me &&
      answers.some(({ id, answer }) => id === me && answer === "asked"),
  );
}

/** Requests that one made or accepted, those that wait first; what one is only asked, or declined, is left out. */
export function ownOf(requests: readonly ShiftRequestFacts[], me: string): ShiftRequestFacts[] {
  const own = requests.filter(
    ({ owner, answers, kind, status }) =>
      owner?.id === me ||
      (answers.some(({ id, answer }) => id === me && answer === "accepted") &&
        !(kind === "take" && isLiveRequest(status))),
  );
  const isOver = ({ status }: ShiftRequestFacts) => Number(!isLiveRequest(status));
  return own.sort((a, b) => isOver(a) - isOver(b));
}

/** The requests by which one offers to take open shifts, by shift. */
export function offeredShifts(
  requests: readonly ShiftRequestFacts[],
  me: string,
): Map<string, ShiftRequestFacts> {
  const offers = requests.filter(
    ({ kind, status, answers }) =>
      kind === "take" &&
      isLiveRequest(status) &&
      answers.some(({ id, answer }) => id === me && answer === "accepted"),
  );
  return new Map(offers.map((request) => [request.shift.id, request]));
}
