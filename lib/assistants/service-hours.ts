import "server-only";
import { inChunks } from "@/lib/chunks";
import type { Ctx } from "@/lib/context";
import { groupedBy } from "@/lib/groups";
import type { Day } from "@/lib/time/day";
import type { WeekdayHours } from "@/lib/time/half-day";
import { columnsOfWork, WORK_COLUMNS, workHoursOf } from "./queries-hours";
import { changedHours } from "./rules";

/** Another week of an assistant's; from a day, or else from today until the next change that is planned. */
export type HoursChange = {
  assistantId: string;
  hours: readonly WeekdayHours[];
  from: Day | null;
  today: Day;
};

/** Gives assistants other hours, in sets; what went before stays as it was. */
export async function changeHours(tx: Ctx, changes: readonly HoursChange[]): Promise<void> {
  await inChunks(changes, async (some) => {
    const where = { assistantId: { in: some.map((one) => one.assistantId) } };
    const rows = await tx.db.workingPattern.findMany({
      where,
      select: { assistantId: true, ...WORK_COLUMNS },
    });
    const rowsOf = groupedBy(rows, (row) => row.assistantId);
    const data = some.flatMap((change) =>
      changedHours(workHoursOf(rowsOf.get(change.assistantId) ?? []), change).map((hours) => ({
        assistantId: change.assistantId,
        ...columnsOfWork(hours),
      })),
    );
    await tx.db.workingPattern.deleteMany({ where });
    await inChunks(data, (part) => tx.db.workingPattern.createMany({ data: part }));
  });
}
