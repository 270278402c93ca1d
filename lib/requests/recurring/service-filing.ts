import "server-only";
import type { Person } from "@/lib/actor";
import { inTransaction, type SystemCtx } from "@/lib/context";
import { dayOfColumn, dayToDate } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { readCalendars } from "../levels/queries";
import { minuteOfInstant, runningOn } from "../levels/rules-clock";
import { FileSupportRequestInput } from "../schema";
import { fileSupportRequest } from "../service-filing";
import { isFiledOn } from "./rules";

type PersonOf = (userId: string) => Promise<Person | null>;

/**
 * Files the requests that recur today, once the executive is supported, each once a day however many nodes ask: in the name of the executive, or of who let it recur where
 * the executive has no account that counts. A day on which nothing ran is not made up for.
 */
export async function fileRecurring(ctx: SystemCtx, personOf: PersonOf): Promise<number> {
  const rows = await ctx.db.recurringRequest.findMany({
    where: { pausedAt: null },
    select: {
      ...{ id: true, executiveId: true, weekdays: true, monthDay: true, onDayOff: true },
      ...{ fromOn: true, toOn: true, filedOn: true },
    },
    orderBy: { id: "asc" },
  });
  const calendars = await readCalendars(
    ctx,
    rows.map(({ executiveId }) => executiveId),
  );
  let filed = 0;
  for (const { id, executiveId, fromOn, toOn, filedOn, ...recurrence } of rows) {
    const calendar = calendars.get(executiveId);
    if (!calendar) continue;
    const today = dayIn(calendar.timeZone, ctx.now);
    const [first] = runningOn(calendar, today);
    if (!first || minuteOfInstant(ctx.now) < first.start) continue;
    const isWithin = dayOfColumn(fromOn) <= today && (!toOn || today <= dayOfColumn(toOn));
    if (!isWithin || (filedOn && dayOfColumn(filedOn) >= today)) continue;
    if (!isFiledOn(recurrence, today, (on) => runningOn(calendar, on).length === 0)) continue;
    if (await fileOne(ctx, id, dayToDate(today), personOf)) filed++;
  }
  return filed;
}

function fileOne(ctx: SystemCtx, id: string, on: Date, personOf: PersonOf): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const before = await tx.db.recurringRequest.findUnique({ where: { id }, select: { filedOn: true } });
    const { count } = await tx.db.recurringRequest.updateMany({
      where: { id, pausedAt: null, OR: [{ filedOn: null }, { filedOn: { lt: on } }] },
      data: { filedOn: on },
    });
    if (count === 0) return false;
    const row = await tx.db.recurringRequest.findUniqueOrThrow({
      where: { id },
      include: { executive: { select: { userId: true } }, type: { select: { retiredAt: true } } },
    });
    const notYet = () =>
      tx.db.recurringRequest.update({
        where: { id },
        data: { filedOn: before?.filedOn ?? null },
        select: { id: true },
      });
    const actor = (await personOf(row.executive.userId)) ?? (await personOf(row.createdById));
    if (!actor) {
      await notYet();
      return false;
    }
    const { executiveId, summary, details, priority } = row;
    const typeId = row.type?.retiredAt ? null : row.typeId;
    const asked = { executiveId, typeId, summary, details, priority, dueOn: dayOfColumn(on) };
    const answer = await fileSupportRequest(
      { ...tx, actor },
      FileSupportRequestInput.parse(asked),
      "recurring",
    );
    if (!answer.ok) await notYet();
    return answer.ok;
  });
}
