import { defineMoves } from "@/lib/moves/rules";
import { HANDOVER_STATUSES, type HandoverStatus } from "./schema";

/**
 * From which statuses each move of a handover leads, and where to. Another cover has to read what the one before had read;
 * other days keep the status.
 */
export const HANDOVER_MOVES = defineMoves("handovers", HANDOVER_STATUSES, {
  mark_ready: { from: ["draft"], to: "ready" },
  acknowledge: { from: ["ready"], to: "acknowledged" },
  begin: { from: ["acknowledged"], to: "active" },
  hand_back: { from: ["active"], to: "handed_back" },
  close: { from: ["draft", "ready", "acknowledged", "handed_back"], to: "closed" },
  pass_on_unread: { from: ["draft", "ready"], to: null },
  pass_on_read: { from: ["acknowledged", "active"], to: "ready" },
  change_days: { from: ["draft", "ready", "acknowledged", "active"], to: null },
});

/** Every move of a handover. */
export type HandoverMove = keyof typeof HANDOVER_MOVES.moves;

/** The moves that lead from a status to the end. */
export function closingMoves(from: HandoverStatus): HandoverMove[] {
  if (from === "closed") return [];
  return from === "active" ? ["hand_back", "close"] : ["close"];
}
