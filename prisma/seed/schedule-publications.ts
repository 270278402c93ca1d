import type { Ctx } from "@/lib/context";
import { addDays, type Day, dayOfColumn, dayToDate } from "@/lib/time/day";
import { type IsoWeek, isoWeekOf } from "@/lib/time/iso-week";
import type { DemoPool } from "./demo-office";
import { demoId } from "./draw";
import { assistantId, DEMO_ASSISTANT, MANAGER_ID, poolId } from "./people";
import { SUPPORT } from "./schedule-setup";
import type { Planned } from "./schedule-shifts";

const HOUR_MS = 3_600_000;
const TOLD_TODAY = 5;

/** The week was published last Friday, and some of it again this morning, which not everybody has read. */
export async function writePublications(
  tx: Ctx,
  pool: DemoPool,
  monday: Day,
  shifts: readonly Planned[],
): Promise<void> {
  const week = isoWeekOf(monday);
  const told = pool.assistants.map(({ name }) => ({
    name,
    own: shifts.filter((shift) => shift.assistantId === assistantId(name)),
  }));
  const first = await publish(tx, pool, week, 1, 3 * 24);
  await tx.db.publicationReceipt.createMany({
    data: told
      .filter(({ own }) => own.length > 0)
      .map(({ name, own }) => ({
        publicationId: first,
        assistantId: assistantId(name),
        firstDay: dayToDate(monday),
        acknowledgedAt: new Date(tx.now.getTime() - 2 * 24 * HOUR_MS),
        changes: own.map((shift) => changeOf(shift, false)),
      })),
  });
  const second = await publish(tx, pool, week, 2, 1);
  const changed = told
    .filter(({ own }) => own.length > 0)
    .sort((a, b) => Number(b.name === DEMO_ASSISTANT) - Number(a.name === DEMO_ASSISTANT))
    .slice(0, TOLD_TODAY);
  await tx.db.publicationReceipt.createMany({
    data: changed.map(({ name, own }, i) => ({
      publicationId: second,
      assistantId: assistantId(name),
      firstDay: dayToDate(addDays(monday, 4)),
      acknowledgedAt: i % 2 === 0 ? null : new Date(tx.now.getTime() - HOUR_MS / 2),
      changes: own.slice(-1).map((shift) => changeOf(shift, true)),
    })),
  });
}

async function publish(
  tx: Ctx,
  pool: DemoPool,
  week: IsoWeek,
  number: number,
  hoursAgo: number,
): Promise<string> {
  const id = demoId("publication", `${pool.name} ${week} ${number}`);
  const at = new Date(tx.now.getTime() - hoursAgo * HOUR_MS);
  const data = { id, poolId: poolId(pool), week, number, byId: MANAGER_ID, at };
  await tx.db.schedulePublication.create({ data });
  return id;
}

/** What a receipt says of a shift: that it is new, or that it ends an hour later than it did. */
function changeOf({ id, on, startMinute, endMinute, work }: Planned, isLonger: boolean) {
  const side = { on: dayOfColumn(new Date(on)), startMinute };
  const earlier = endMinute - 60;
  const before = {
    ...side,
    endMinute: earlier,
    work: [{ startMinute, endMinute: earlier, roleId: SUPPORT }],
  };
  return {
    shiftId: id,
    kind: isLonger ? "longer" : "new",
    before: isLonger ? before : null,
    after: { ...side, endMinute, work: work.map((piece) => ({ ...piece })) },
  };
}
