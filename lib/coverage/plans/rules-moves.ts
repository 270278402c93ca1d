import { defineMoves } from "@/lib/moves/rules";

export const PLAN_STATUSES = [
  "proposed",
  "accepted",
  "active",
  "completed",
  "superseded",
  "discarded",
] as const;
export type CoveragePlanStatus = (typeof PLAN_STATUSES)[number];

/** From which statuses each move of a plan leads, and where to; undoing an accepted plan makes it a proposal again. */
export const PLAN_MOVES = defineMoves("coverage_plans", PLAN_STATUSES, {
  accept: { from: ["proposed"], to: "accepted" },
  supersede: { from: ["proposed"], to: "superseded" },
  discard: { from: ["proposed"], to: "discarded" },
  begin: { from: ["accepted"], to: "active" },
  complete: { from: ["accepted", "active"], to: "completed" },
  propose_again: { from: ["accepted", "active"], to: "proposed" },
});
