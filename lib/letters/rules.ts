import { defineMoves } from "@/lib/moves/rules";
import { LETTER_STATUSES, type LetterStatus } from "./rules-choices";

/** How a letter stands after a move; `number` is its latest version. */
export type MovedLetter = { id: string; status: LetterStatus; version: number; number: number };

/** From which statuses each move leads, and where to. Whatever is written anew needs approval anew; a sent letter stays what it is. */
export const LETTER_MOVES = defineMoves("letters", LETTER_STATUSES, {
  write: { from: ["draft", "for_approval", "approved", "returned"], to: "draft" },
  submit: { from: ["draft"], to: "for_approval" },
  approve: { from: ["for_approval"], to: "approved" },
  return: { from: ["for_approval"], to: "returned" },
  send: { from: ["approved"], to: "sent" },
});
export type LetterMove = keyof typeof LETTER_MOVES.moves;
