import "server-only";
import type { PublicCtx } from "@/lib/context";
import { dayToDate } from "@/lib/time/day";
import type { HalfDaySpan } from "@/lib/time/half-day";
import { halfDayAt } from "@/lib/time/half-day";
import type { ExecutiveHandovers } from "./queries";
import { changesOfContent, type Generated, generatedFor } from "./rules";

/** Brings what a handover took from the executive's records in step with them. Returns how many items changed. */
export async function bringInStep(
  tx: PublicCtx,
  executive: ExecutiveHandovers,
  handover: HalfDaySpan & { id: string; dutyIds: readonly string[] },
  hasStarted: boolean,
): Promise<number> {
  const [from, to] = [halfDayAt(handover.first).on, halfDayAt(handover.last).on];
  const wanted = generatedFor(executive.records, from, to, handover.dutyIds);
  const known = executive.items.get(handover.id) ?? [];
  const { create, update, remove } = changesOfContent(known, wanted, hasStarted);
  if (create.length > 0)
    await tx.db.handoverItem.createMany({
      data: create.map((item, i) => ({
        handoverId: handover.id,
        position: known.length + i,
        createdAt: tx.now,
        ...columnsOf(item),
      })),
    });
  for (const { id, ...item } of update)
    await tx.db.handoverItem.update({ where: { id }, data: columnsOf(item) });
  if (remove.length > 0) await tx.db.handoverItem.deleteMany({ where: { id: { in: remove } } });
  return create.length + update.length + remove.length;
}

function columnsOf({ on, ...item }: Generated) {
  return { ...item, on: on && dayToDate(on) };
}
