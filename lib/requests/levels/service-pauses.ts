import "server-only";
import type { Ctx, SystemCtx } from "@/lib/context";
import type { RequestMove } from "../rules";
import type { WAITS_FOR } from "../rules-choices";

type Tx = Ctx | SystemCtx;

/** For whom a request is put aside, and when work goes on by itself. */
export type WaitFor = { for: (typeof WAITS_FOR)[number]; until: Date | null };

type Moved = { id: string; firstWordAt: Date | null; resolvedAt: Date | null };

const FIRST_WORDS: readonly RequestMove[] = ["start", "resolve", "tick"];

/** What a move says of the first word and of the end: the first word stays given when it is opened again. */
export function clockColumns(move: RequestMove, { firstWordAt, resolvedAt }: Moved, now: Date) {
  return {
    ...(FIRST_WORDS.includes(move) && { firstWordAt: firstWordAt ?? now }),
    ...((move === "resolve" || move === "tick") && { resolvedAt: resolvedAt ?? now }),
    ...((move === "reopen" || move === "reopen_unassigned") && { resolvedAt: null }),
  };
}

/** Begins and ends the pauses of a request with its moves: while it waits, and from its end until it is opened again. */
export async function writePauses(
  tx: Tx,
  { id: requestId, resolvedAt }: Moved,
  move: RequestMove,
  wait: WaitFor = { for: "requester", until: null },
): Promise<void> {
  if (move === "wait") {
    const data = { requestId, reason: wait.for, fromAt: tx.now, untilAt: wait.until };
    await tx.db.requestPause.create({ data, select: { id: true } });
  } else if (
    move === "resume" ||
    move === "resolve" ||
    move === "cancel" ||
    move === "merge" ||
    move === "tick"
  ) {
    await endPause(tx, requestId);
  } else if ((move === "reopen" || move === "reopen_unassigned") && resolvedAt) {
    const data = {
      requestId,
      reason: "done" as const,
      fromAt: resolvedAt,
      toAt: laterOf(resolvedAt, tx.now),
    };
    await tx.db.requestPause.create({ data, select: { id: true } });
  }
}

/** Lets the clock of a request run again; one node's clock may be behind the other's. */
export async function endPause({ db, now }: Tx, requestId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE request_pauses SET to_at = greatest(from_at, ${now}) WHERE request_id = ${requestId}::uuid AND to_at IS NULL`;
}

function laterOf(a: Date, b: Date): Date {
  return a > b ? a : b;
}
