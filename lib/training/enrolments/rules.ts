import { defineMoves } from "@/lib/moves/rules";
import {
  ENROLMENT_STATUSES,
  LIVE_ENROLMENT,
  SEATLESS_ENROLMENT,
  UNDECIDED_ENROLMENT,
} from "./rules-statuses";

/**
 * From which statuses each move leads, and where to: a manager approves or declines, a seat is booked, waited for, or offered to
 * somebody who waits or is invited, and given back. Who does not take an offered seat in time is out.
 */
export const ENROLMENT_MOVES = defineMoves("enrolments", ENROLMENT_STATUSES, {
  approve: { from: UNDECIDED_ENROLMENT, to: "approved" },
  book: { from: [...SEATLESS_ENROLMENT, "waitlisted", "offered"], to: "booked" },
  wait: { from: SEATLESS_ENROLMENT, to: "waitlisted" },
  offer: { from: ["nominated", "approved", "waitlisted"], to: "offered" },
  decline: { from: [...SEATLESS_ENROLMENT, "waitlisted", "offered"], to: "declined" },
  lapse: { from: ["offered"], to: "declined" },
  cancel: { from: LIVE_ENROLMENT, to: "cancelled" },
  attend: { from: ["booked", "incomplete", "no_show"], to: "attended" },
  fall_short: { from: ["booked", "attended", "no_show"], to: "incomplete" },
  miss: { from: ["booked", "attended", "incomplete"], to: "no_show" },
});

/** Every move of an enrolment. */
export type EnrolmentMove = keyof typeof ENROLMENT_MOVES.moves;
