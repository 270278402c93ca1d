import { defineMoves } from "@/lib/moves/rules";
import { OFFICE_MEETING_STATUSES, type OfficeMeetingStatus } from "./rules-choices";

/** How a meeting stands after a move. */
export type MovedMeeting = { id: string; status: OfficeMeetingStatus; version: number };

/** From which statuses each move of a meeting leads, and where to; another time, length, place or other people leave it as it stands. */
export const OFFICE_MEETING_MOVES = defineMoves("office_meetings", OFFICE_MEETING_STATUSES, {
  poll: { from: ["planning", "polling"], to: "polling" },
  confirm: { from: ["planning", "polling"], to: "confirmed" },
  move: { from: ["confirmed"], to: null },
  change: { from: ["planning", "polling", "confirmed"], to: null },
  people: { from: ["planning", "polling", "confirmed"], to: null },
  cancel: { from: ["planning", "polling", "confirmed"], to: "cancelled" },
});

const MINUTE_MS = 60_000;

/** When a meeting of so many minutes ends. */
export function meetingEnd(startsAt: Date, minutes: number): Date {
  return new Date(startsAt.getTime() + minutes * MINUTE_MS);
}

/** What calendars know of a meeting. */
type KnownToCalendars = { startsAt: Date | null; minutes: number; title: string; place: string };
type Numbered = { sequence: number; askedAt: number };

/**
 * The number of a change that calendars are told of (RFC 5546): a meeting that was settled before rises by one with another time, length,
 * place or title, with other people, and with being called off; one that was never settled is not known to any calendar. Another time or
 * length asks anew, so what was answered before counts no longer.
 */
export function numberedChange(
  before: Numbered & KnownToCalendars,
  next: Partial<KnownToCalendars> | "people" | "cancelled",
): Numbered {
  const { sequence, askedAt, startsAt } = before;
  if (!startsAt) return { sequence, askedAt };
  if (typeof next === "string") return { sequence: sequence + 1, askedAt };
  const after = { ...before, ...next };
  const asksAnew = after.startsAt?.getTime() !== startsAt.getTime() || after.minutes !== before.minutes;
  const isSame = !asksAnew && after.title === before.title && after.place === before.place;
  if (isSame) return { sequence, askedAt };
  return { sequence: sequence + 1, askedAt: asksAnew ? sequence + 1 : askedAt };
}
