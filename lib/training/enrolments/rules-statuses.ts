/** Where an enrolment stands; ENROLMENT_MOVES leads from one to another. */
export const ENROLMENT_STATUSES = [
  "nominated",
  "requested",
  "approved",
  "booked",
  "waitlisted",
  "offered",
  "attended",
  "incomplete",
  "no_show",
  "cancelled",
  "declined",
] as const;
export type EnrolmentStatus = (typeof ENROLMENT_STATUSES)[number];

/** An enrolment that may still become a seat, or is one: a person has one of a course. */
export const LIVE_ENROLMENT = [
  "nominated",
  "requested",
  "approved",
  "booked",
  "waitlisted",
  "offered",
] as const;

/** What takes a seat of a session. */
export const HOLDING_SEAT = ["booked", "offered"] as const;

/** What waits for a manager: never the same as waiting for a seat. */
export const UNDECIDED_ENROLMENT = ["nominated", "requested"] as const;

/** What has no seat yet and waits for none: also what is approved until there is a date. */
export const SEATLESS_ENROLMENT = [...UNDECIDED_ENROLMENT, "approved"] as const;
