import "server-only";
import { inChunks } from "@/lib/chunks";
import type { Ctx } from "@/lib/context";
import { MeanwhileChanged } from "@/lib/errors";
import { type Day, dayToDate } from "@/lib/time/day";
import type { SupportRole } from "./schema";

/** Support to be made. */
export type WrittenSupport = {
  executiveId: string;
  assistantId: string;
  role: SupportRole;
  rank: number;
  from: Day;
  to: Day | null;
};

/** Moves the ends of support that is known and makes new support, in sets: ends go first, so that a successor finds room. */
export async function writeSupportAssignments(
  tx: Ctx,
  ends: readonly { id: string; version: number; to: Day | null }[],
  rows: readonly WrittenSupport[],
): Promise<void> {
  for (const { id, version, to } of ends) {
    const { count } = await tx.db.supportAssignment.updateMany({
      where: { id, version },
      data: { toOn: to && dayToDate(to), version: { increment: 1 } },
    });
    if (count === 0) throw new MeanwhileChanged();
  }
  const data = rows.map(({ from, to, ...row }) => ({
    ...row,
    fromOn: dayToDate(from),
    toOn: to && dayToDate(to),
    createdAt: tx.now,
  }));
  await inChunks(data, (some) => tx.db.supportAssignment.createMany({ data: some }));
}
