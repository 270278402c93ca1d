import type { HolderFacts } from "./rules";

/** Why an assistant is proposed for a request: they serve the executive, or they are at work. */
export type ReceiverReason = "own" | "cover" | "backup" | "there";

/** An assistant to whom a request can be given, and the open requests they work on. */
export type Receiver = { assistantId: string; because: ReceiverReason; open: number };

const REASONS: readonly ReceiverReason[] = ["own", "cover", "backup", "there"];

/**
 * Assistants at work to whom a request can be given: the executive's own, who covers, backups, then all others; among these
 * the one with least open work first. Whoever has it is left out.
 */
export function rankedReceivers(
  assistantIds: readonly string[],
  assigneeId: string | null,
  { choices, loadOf, isThere }: HolderFacts,
): Receiver[] {
  const because = (id: string): ReceiverReason => {
    if (choices.own.some((own) => own.assistantId === id)) return "own";
    if (choices.coverId === id) return "cover";
    return choices.backupIds.includes(id) ? "backup" : "there";
  };
  return assistantIds
    .filter((id) => id !== assigneeId && isThere(id))
    .map((assistantId) => ({ assistantId, because: because(assistantId), open: loadOf(assistantId) }))
    .sort(
      (a, b) =>
        REASONS.indexOf(a.because) - REASONS.indexOf(b.because) ||
        a.open - b.open ||
        (a.assistantId < b.assistantId ? -1 : 1),
    );
}
