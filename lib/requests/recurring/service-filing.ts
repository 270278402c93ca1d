import "server-only";
import type { Person } from "@/lib/actor";
import { inTransaction, type SystemCtx } from "@/lib/context";
import { type Day, dayOfColumn, dayToDate } from "@/lib/time/day";
import { dayIn, daysOnEarth } from "@/lib/time/zone";
import type { Prisma } from "@/prisma/generated/client/client";
import { readCalendars } from "../levels/queries";
import { minuteOfInstant, runningOn, type SupportCalendar } from "../levels/rules-clock";
import { FileSupportRequestInput } from "../schema";
import { fileSupportRequest } from "../service-filing";
import { isFiledOn } from "./rules";

type PersonOf = (userId: string) => Promise<Person | null>;

const RECURRING = {
  ...{
    id: true,
    executiveId: true,
    createdById: true,
    summary: true,
    details: true,
    priority: true,
    typeId: true,
  },
  ...{ weekdays: true, monthDay: true, onDayOff: true, fromOn: true, toOn: true, filedOn: true },
  executive: { select: { userId: true } },
  type: { select: { retiredAt: true } },
} as const satisfies Prisma.RecurringRequestSelect;

type Row = Prisma.RecurringRequestGetPayload<{ select: typeof RECURRING }>;

/**
 * Files the requests that recur today, once the executive is supported, each once a day however many nodes ask: in the name of the executive, or of who let it recur where
 * the executive has no account that counts. A day on which nothing ran is not made up for.
 */
export async function fileRecurring(ctx: SystemCtx, personOf: PersonOf): Promise<number> {
  const { from, to } = daysOnEarth(ctx.now);
  const rows = await ctx.db.recurringRequest.findMany({
    where: {
      pausedAt: null,
      fromOn: { lte: dayToDate(to) },
      OR: [{ toOn: null }, { toOn: { gte: dayToDate(from) } }],
    },
    select: RECURRING,
    orderBy: { id: "asc" },
  });
  const calendars = await readCalendars(
    ctx,
    rows.map(({ executiveId }) => executiveId),
  );
  let filed = 0;
  for (const row of rows) {
    const calendar = calendars.get(row.executiveId);
    const on = calendar && dayToFile(row, calendar, ctx.now);
    if (on && (await fileOne(ctx, row, on, personOf))) filed++;
  }
  return filed;
}

/** The day a request is to be filed for now: today once the executive is supported, where it falls on it and is not filed yet. */
function dayToFile(row: Row, calendar: SupportCalendar, now: Date): Day | null {
  const today = dayIn(calendar.timeZone, now);
  const [first] = runningOn(calendar, today);
  if (!first || minuteOfInstant(now) < first.start) return null;
  const isWithin = dayOfColumn(row.fromOn) <= today && (!row.toOn || today <= dayOfColumn(row.toOn));
  const isFiled = row.filedOn !== null && dayOfColumn(row.filedOn) >= today;
  const isDue = isFiledOn(row, today, (on) => runningOn(calendar, on).length === 0);
  return isWithin && !isFiled && isDue ? today : null;
}

/** Files one for a day, unless another node has; where nobody can, it is tried again. */
async function fileOne(ctx: SystemCtx, row: Row, on: Day, personOf: PersonOf): Promise<boolean> {
  const actor = (await personOf(row.executive.userId)) ?? (await personOf(row.createdById));
  if (!actor) return false;
  return inTransaction(ctx, async (tx) => {
    const { id, executiveId, summary, details, priority, filedOn } = row;
    const { count } = await tx.db.recurringRequest.updateMany({
      where: { id, pausedAt: null, filedOn },
      data: { filedOn: dayToDate(on) },
    });
    if (count === 0) return false;
    const typeId = row.type?.retiredAt ? null : row.typeId;
    const asked = { executiveId, typeId, summary, details, priority, dueOn: on };
    const answer = await fileSupportRequest(
      { ...tx, actor },
      FileSupportRequestInput.parse(asked),
      "recurring",
    );
    if (!answer.ok)
      await tx.db.recurringRequest.update({ where: { id }, data: { filedOn }, select: { id: true } });
    return answer.ok;
  });
}
