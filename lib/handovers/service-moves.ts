import "server-only";
import type { Ctx, SystemCtx } from "@/lib/context";
import { type Movable, requireStatusAfter } from "@/lib/moves/rules";
import type { Prisma } from "@/prisma/generated/client/client";
import { HANDOVER_MOVES, type HandoverMove } from "./rules-moves";
import type { HandoverStatus } from "./schema";

type Tx = Ctx | SystemCtx;

/** Writes a move of a locked handover and what else changes with it; answers its status and version then. */
export async function changeHandover(
  tx: Tx,
  { id, status, version }: { id: string } & Movable<HandoverStatus>,
  move: HandoverMove,
  data: Prisma.HandoverUncheckedUpdateInput = {},
): Promise<{ id: string } & Movable<HandoverStatus>> {
  const next = {
    status: requireStatusAfter(HANDOVER_MOVES, status, move),
    version: version + 1,
  };
  const isRead = move === "acknowledge" && { acknowledgedAt: tx.now };
  await tx.db.handover.update({
    where: { id },
    data: { ...isRead, ...data, ...next, updatedAt: tx.now },
    select: { id: true },
  });
  return { id, ...next };
}

/** Writes what became of a handover into its history; by nobody when a date or a cover did it. */
export async function writeHandoverStep(
  tx: Tx,
  { id: handoverId, status }: { id: string; status: HandoverStatus },
  coverAssistantId: string | null,
  byId: string | null = null,
): Promise<void> {
  await tx.db.handoverStep.create({ data: { handoverId, status, coverAssistantId, byId, at: tx.now } });
}
