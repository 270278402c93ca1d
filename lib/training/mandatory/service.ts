import "server-only";
import { inTransaction, type SystemCtx } from "@/lib/context";
import { notify } from "@/lib/notices/service-notify";
import { managersOf } from "@/lib/pools/queries-managers";
import { type Day, dayOfColumn, dayToDate } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { trainingNotice } from "@/lib/training/notices";
import { readMandatory } from "./queries";
import { reminderDue } from "./rules";
import type { LackingView, MandatoryView } from "./schema";

/**
 * Reminds who lacks a mandatory course and has no seat 30 and 7 days before and on the day, each once and after a pause only the
 * nearest; managers are told of a course once for all who are then overdue. Running it twice changes nothing.
 */
export async function remindOfMandatory(ctx: SystemCtx): Promise<{ reminded: number }> {
  const pools = await ctx.db.pool.findMany({ select: { id: true, timeZone: true }, orderBy: { id: "asc" } });
  let reminded = 0;
  for (const { id: poolId, timeZone } of pools) {
    const today = dayIn(timeZone, ctx.now);
    for (const course of await readMandatory(ctx, { poolId, user: { disabledAt: null } }, today)) {
      const told = await remindPool(ctx, { poolId, today, course });
      reminded += told;
    }
  }
  return { reminded };
}

type PoolCourse = { poolId: string; today: Day; course: MandatoryView };

function remindPool(ctx: SystemCtx, { poolId, today, course: known }: PoolCourse): Promise<number> {
  const { courseId, course, lacking } = known;
  const seatless = lacking.filter(({ status }) => status !== "booked");
  if (seatless.length === 0) return Promise.resolve(0);
  return inTransaction(ctx, async (tx) => {
    const due = await listDue(tx, { courseId, today }, seatless);
    for (const { assistantId, dueOn, toldDays } of due) {
      const told = { dueOn: dayToDate(dueOn), toldDays };
      await tx.db.courseReminder.upsert({
        where: { courseId_assistantId: { courseId, assistantId } },
        create: { courseId, assistantId, ...told },
        update: told,
        select: { courseId: true },
      });
    }
    await notify(
      tx,
      ...due.map(({ userId, dueOn }) =>
        trainingNotice("mandatory_due", [userId], { courseId, course, until: dueOn }),
      ),
      ...(due.some(({ toldDays }) => toldDays === 0)
        ? [trainingNotice("mandatory_overdue", await managersOf(tx, poolId), { courseId, course })]
        : []),
    );
    return due.length;
  });
}

async function listDue(
  tx: SystemCtx,
  { courseId, today }: { courseId: string; today: Day },
  seatless: readonly LackingView[],
) {
  const ids = seatless.map(({ assistantId }) => assistantId);
  const reminders = await tx.db.courseReminder.findMany({ where: { courseId, assistantId: { in: ids } } });
  const people = await tx.db.assistant.findMany({
    where: { id: { in: ids } },
    select: { id: true, userId: true },
  });
  const lastOf = new Map(
    reminders.map(({ assistantId, dueOn, toldDays }) => [
      assistantId,
      { dueOn: dayOfColumn(dueOn), toldDays },
    ]),
  );
  const userOf = new Map(people.map(({ id, userId }) => [id, userId]));
  return seatless.flatMap(({ assistantId, dueOn: on }) => {
    const dueOn = on as Day;
    const toldDays = reminderDue(dueOn, today, lastOf.get(assistantId) ?? null);
    const userId = userOf.get(assistantId);
    return toldDays === null || !userId ? [] : [{ assistantId, userId, dueOn, toldDays }];
  });
}
