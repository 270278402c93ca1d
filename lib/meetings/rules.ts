import { defineMoves } from "@/lib/moves/rules";
import { OFFICE_MEETING_STATUSES, type OfficeMeetingStatus } from "./rules-choices";

/** How a meeting stands after a move. */
export type MovedMeeting = { id: string; status: OfficeMeetingStatus; version: number };

/** From which statuses each move of a meeting leads, and where to; a settled one is moved to another time and stays settled. */
export const OFFICE_MEETING_MOVES = defineMoves("office_meetings", OFFICE_MEETING_STATUSES, {
  poll: { from: ["planning", "polling"], to: "polling" },
  confirm: { from: ["planning", "polling"], to: "confirmed" },
  move: { from: ["confirmed"], to: null },
  cancel: { from: ["planning", "polling", "confirmed"], to: "cancelled" },
});

const MINUTE_MS = 60_000;

/** When a meeting of so many minutes ends. */
export function meetingEnd(startsAt: Date, minutes: number): Date {
  return new Date(startsAt.getTime() + minutes * MINUTE_MS);
}

/**
 * The number of a change that calendars are told of (RFC 5546): a meeting that was settled before rises by one with a new time and with being
 * called off; one that was never settled is not known to any calendar.
 */
export function sequenceAfter(
  before: { sequence: number; startsAt: Date | null },
  next: { startsAt: Date | null } | "cancelled",
): number {
  if (!before.startsAt) return before.sequence;
  const isSame = next !== "cancelled" && next.startsAt?.getTime() === before.startsAt.getTime();
  return isSame ? before.sequence : before.sequence + 1;
}
