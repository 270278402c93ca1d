import { defineMoves } from "@/lib/moves/rules";
import type { Day } from "@/lib/time/day";

export const JOB_OFFER_STATUSES = ["sent", "accepted", "declined", "expired", "withdrawn"] as const;
export type JobOfferStatus = (typeof JOB_OFFER_STATUSES)[number];

/** An offer is answered by its candidate or runs out; a new one is a new letter. It can be taken back until the hire. */
export const JOB_OFFER_MOVES = defineMoves("job_offers", JOB_OFFER_STATUSES, {
  accept: { from: ["sent"], to: "accepted" },
  decline: { from: ["sent"], to: "declined" },
  expire: { from: ["sent"], to: "expired" },
  take_back: { from: ["sent", "accepted"], to: "withdrawn" },
});

/** True while an offer can be answered; its last day counts to its end. */
export function isAnswerable(
  { status, validUntil }: { status: JobOfferStatus; validUntil: Day },
  today: Day,
): boolean {
  return status === "sent" && validUntil >= today;
}
