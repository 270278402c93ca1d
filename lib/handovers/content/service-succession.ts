import "server-only";
import type { PublicCtx } from "@/lib/context";

/** Gives the handover of the next cover all that was written for and by the one before; open questions go along. */
export async function takeOver(tx: PublicCtx, fromId: string, toId: string): Promise<void> {
  const items = await tx.db.handoverItem.findMany({
    where: {
      handoverId: fromId,
      OR: [{ sourceId: null }, { editedAt: { not: null } }, { dismissedAt: { not: null } }],
    },
  });
  await tx.db.handoverItem.createMany({
    data: items.map(({ id: _, handoverId: __, ...item }) => ({ ...item, handoverId: toId })),
  });
  await tx.db.handoverQuestion.updateMany({
    where: { handoverId: fromId, answeredAt: null },
    data: { handoverId: toId },
  });
  const steps = await tx.db.handoverStep.findMany({ where: { handoverId: fromId } });
  await tx.db.handoverStep.createMany({
    data: steps.map(({ id: _, handoverId: __, ...step }) => ({ ...step, handoverId: toId })),
  });
}
