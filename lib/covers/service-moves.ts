import "server-only";
import type { Ctx, SystemCtx } from "@/lib/context";
import type { Prisma } from "@/prisma/generated/client/client";
import { COMING_COVER } from "./rules";
import { COVER_MOVES, type CoverMove } from "./rules-moves";

type Answer = { answeredAt?: Date; answerNote?: string };

/** Moves covers on, those whose status still allows it, and returns the ids of those that moved. */
export async function moveCovers(
  tx: Ctx | SystemCtx,
  move: CoverMove,
  where: Prisma.CoverageAssignmentWhereInput,
  answer: Answer = {},
): Promise<string[]> {
  const { from, to } = COVER_MOVES.moves[move];
  const rows = await tx.db.coverageAssignment.updateManyAndReturn({
    where: { AND: [where, { status: { in: [...from] } }] },
    data: { ...answer, ...(to && { status: to }), version: { increment: 1 } },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

/** Notes that a cover was reminded; false when it was before, or no longer stands. */
export async function claimReminder(tx: Ctx | SystemCtx, id: string): Promise<boolean> {
  const { count } = await tx.db.coverageAssignment.updateMany({
    where: { id, remindedAt: null, status: { in: [...COMING_COVER] } },
    data: { remindedAt: tx.now },
  });
  return count > 0;
}
