import "server-only";
import type { Ctx } from "@/lib/context";
import { type Day, dayToDate } from "@/lib/time/day";

type Taking = { executiveId: string; assistantId: string | null; from: Day };

/** The support that makes way when somebody, or nobody, is an executive's primary from a day on: other primaries, and what else they did there. */
export function listSupportInTheWay(tx: Ctx, { executiveId, assistantId, from }: Taking) {
  const isOther = assistantId
    ? [
        { role: "primary" as const, NOT: { assistantId } },
        { assistantId, NOT: { role: "primary" as const } },
      ]
    : [{ role: "primary" as const }];
  return tx.db.supportAssignment.findMany({
    where: {
      executiveId,
      fromOn: { lt: dayToDate(from) },
      AND: [{ OR: [{ toOn: null }, { toOn: { gte: dayToDate(from) } }] }, { OR: isOther }],
    },
    select: { id: true, version: true, role: true, rank: true, fromOn: true, toOn: true },
    orderBy: { id: "asc" },
  });
}
