import "server-only";
import { audit } from "@/lib/audit";
import type { Ctx } from "@/lib/context";
import { type Day, dayOfColumn, dayToDate } from "@/lib/time/day";
import { supportAudit } from "./audit";

type PairEnd = { executiveId: string; assistantId: string; last: Day };

/** Ends all support between two people on a day; what would begin later is taken back. */
export async function endSupportOfPair(tx: Ctx, { executiveId, assistantId, last }: PairEnd): Promise<void> {
  const until = dayToDate(last);
  const pair = { executiveId, assistantId };
  const rows = await tx.db.supportAssignment.findMany({
    where: { ...pair, OR: [{ toOn: null }, { toOn: { gt: until } }] },
    select: { id: true, fromOn: true },
  });
  for (const { id, fromOn } of rows) {
    if (fromOn > until) {
      await tx.db.supportAssignment.deleteMany({ where: { id } });
      await audit(tx, supportAudit("support.removed", id, pair));
      continue;
    }
    const { dutyIds, role, rank } = await tx.db.supportAssignment.update({
      where: { id },
      data: { toOn: until, version: { increment: 1 } },
      select: { dutyIds: true, role: true, rank: true },
    });
    const from = dayOfColumn(fromOn);
    await audit(tx, supportAudit("support.changed", id, { ...pair, dutyIds, role, rank, from, to: last }));
  }
}
