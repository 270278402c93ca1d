import { defineMoves } from "@/lib/moves/rules";

export const OPTION_STATUSES = ["idea", "looking", "chosen", "scheduled", "set_aside"] as const;
export type OptionStatus = (typeof OPTION_STATUSES)[number];

/** An idea is looked into, chosen or set aside; what is chosen becomes a course, and what was set aside may come back. */
export const OPTION_MOVES = defineMoves("learning_options", OPTION_STATUSES, {
  look: { from: ["idea", "set_aside"], to: "looking" },
  choose: { from: ["idea", "looking"], to: "chosen" },
  set_aside: { from: ["idea", "looking", "chosen"], to: "set_aside" },
  schedule: { from: ["chosen"], to: "scheduled" },
});
export type OptionMove = keyof typeof OPTION_MOVES.moves;

const FEWEST_WORDS = 3;

/** True where a decision says why, in three words or more; looking into something needs no reason. */
export function isReasoned(to: OptionStatus, reason: string): boolean {
  const isDecision = to === "chosen" || to === "set_aside";
  return !isDecision || reason.split(/\s+/).filter(Boolean).length >= FEWEST_WORDS;
}
