import type { Ctx } from "@/lib/context";
import { addDays, type Day, dayToDate } from "@/lib/time/day";
import { isoWeekOf } from "@/lib/time/iso-week";
import type { DemoPool } from "./demo-office";
import { poolId } from "./people";
import { writePublications } from "./schedule-publications";
import { ROLES, writeNeeds, writeWishes } from "./schedule-setup";
import { changesOfWeek, nextWeek, type Planned, shiftsOf, writeShifts } from "./schedule-shifts";
import { writeSwaps } from "./schedule-swaps";

/** Roles, needs and templates, and this week as it is published. Before absences: leave that comes later calls shifts off. */
export async function writeSchedules(tx: Ctx, pools: readonly DemoPool[], monday: Day): Promise<void> {
  await tx.db.workRole.createMany({ data: ROLES });
  for (const pool of pools) {
    await writeNeeds(tx, pool);
    await writeWishes(tx, pool);
    const published = shiftsOf(tx, pool, monday, "published");
    await writeShifts(tx, published);
    await tx.db.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
    await tx.db.$executeRaw`SET CONSTRAINTS ALL DEFERRED`;
    await writePublications(tx, pool, monday, published);
    await writeShifts(tx, changesOfWeek(tx, monday, published));
    const weeks = [isoWeekOf(monday), isoWeekOf(addDays(monday, 7))];
    await tx.db.scheduleWeek.createMany({
      data: weeks.map((week) => ({ poolId: poolId(pool), week, version: 1 })),
    });
  }
}

/** Drafts of the next week, for all who are not away then; some of it is published, and asked about. */
export async function draftNextWeek(tx: Ctx, pools: readonly DemoPool[], monday: Day): Promise<void> {
  const next = addDays(monday, 7);
  const away = await tx.db.absence.findMany({
    where: {
      status: "approved",
      startOn: { lte: dayToDate(addDays(next, 6)) },
      endOn: { gte: dayToDate(next) },
    },
    select: { assistantId: true, startOn: true, endOn: true },
  });
  const isThere = ({ assistantId: id, on }: Planned) =>
    !away.some(
      ({ assistantId: who, startOn, endOn }) =>
        who === id && startOn <= new Date(on) && new Date(on) <= endOn,
    );
  for (const pool of pools) {
    const drafts = nextWeek(tx, pool, next).filter(isThere);
    await writeShifts(tx, drafts);
    await writeSwaps(tx, pool, next, drafts);
  }
}
