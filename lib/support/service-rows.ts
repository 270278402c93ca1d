import "server-only";
import { inChunks } from "@/lib/chunks";
import type { Ctx } from "@/lib/context";
import { ChangedByAnother } from "@/lib/errors";
import { type Day, dayToDate } from "@/lib/time/day";
import { Prisma } from "@/prisma/generated/client/client";
import type { SupportRole } from "./schema";

/** Support to be made. */
export type WrittenSupport = {
  executiveId: string;
  assistantId: string;
  role: SupportRole;
  rank: number;
  dutyIds: string[];
  from: Day;
  to: Day | null;
};

// What clashes is told of all together, so that two may swap duties.
const RULES = "support_assignments_one_primary, support_assignments_named_once, support_assignments_by_duty";

/** Changes the ends and duties of support that is known and makes new support, in sets; refuses what clashes in the end. */
export async function writeSupportAssignments(
  tx: Ctx,
  changes: readonly { id: string; version: number; to: Day | null; dutyIds: string[] }[],
  rows: readonly WrittenSupport[],
): Promise<void> {
  await tx.db.$executeRaw`SET CONSTRAINTS ${Prisma.raw(RULES)} DEFERRED`;
  for (const { id, version, to, dutyIds } of changes) {
    const { count } = await tx.db.supportAssignment.updateMany({
      where: { id, version },
      data: { toOn: to && dayToDate(to), dutyIds, version: { increment: 1 } },
    });
    if (count === 0) throw new ChangedByAnother();
  }
  const data = rows.map(({ from, to, ...row }) => ({
    ...row,
    fromOn: dayToDate(from),
    toOn: to && dayToDate(to),
    createdAt: tx.now,
  }));
  await inChunks(data, (some) => tx.db.supportAssignment.createMany({ data: some }));
  await tx.db.$executeRaw`SET CONSTRAINTS ${Prisma.raw(RULES)} IMMEDIATE`;
}

/** Deletes support that stands as it was made; false where it was changed since. */
export async function removeUnchangedSupport(
  tx: Ctx,
  { id, version }: { id: string; version: number },
): Promise<boolean> {
  const { count } = await tx.db.supportAssignment.deleteMany({ where: { id, version } });
  return count > 0;
}
