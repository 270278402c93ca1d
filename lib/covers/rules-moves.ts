import { defineMoves } from "@/lib/moves/rules";
import { COVER_STATUSES, LIVE_COVER } from "./rules";

/**
 * From which statuses each move of a cover leads, and where to; the last four undo a change of the board. A
 * manager may still correct who covered: what is over can be released.
 */
export const COVER_MOVES = defineMoves("coverage_assignments", COVER_STATUSES, {
  offer: { from: ["proposed"], to: "offered" },
  accept: { from: ["offered"], to: "accepted" },
  decline: { from: ["offered"], to: "declined" },
  expire: { from: ["proposed", "offered"], to: "expired" },
  confirm: { from: ["proposed", "offered", "accepted"], to: "confirmed" },
  begin: { from: ["confirmed"], to: "active" },
  complete: { from: ["confirmed", "active"], to: "completed" },
  release: { from: [...LIVE_COVER, "completed"], to: "released" },
  pin: { from: LIVE_COVER, to: null },
  propose_again: { from: ["confirmed", "active"], to: "proposed" },
  restore: { from: ["released"], to: "confirmed" },
  offer_again: { from: ["released"], to: "offered" },
  expire_released: { from: ["released"], to: "expired" },
});

/** Every move of a cover. */
export type CoverMove = keyof typeof COVER_MOVES.moves;
