import "server-only";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { addDays, type Day, dayOfColumn } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { readCalendars } from "../levels/queries";
import { runningOn, type SupportCalendar } from "../levels/rules-clock";
import { listServedExecutiveIds } from "../queries";
import { nextFiledOn, type RequestRecurrence } from "./rules";
import type { RecurringView } from "./schema";

const MOST_LISTED = 500;

const SHOWN = {
  ...{
    id: true,
    executiveId: true,
    typeId: true,
    summary: true,
    details: true,
    priority: true,
    version: true,
  },
  ...{
    weekdays: true,
    monthDay: true,
    onDayOff: true,
    fromOn: true,
    toOn: true,
    filedOn: true,
    pausedAt: true,
  },
  executive: { select: { user: { select: { name: true } } } },
} as const;

/** The requests that recur of oneself, of the executives one serves, and of one's pools; by executive, then by what is asked. */
export async function listRecurring(ctx: Ctx<Person>, id?: string): Promise<RecurringView[]> {
  const { executive, managedPoolIds } = ctx.actor;
  const own = [...(executive ? [executive.id] : []), ...(await listServedExecutiveIds(ctx))];
  const rows = await ctx.db.recurringRequest.findMany({
    where: {
      ...(id && { id }),
      OR: [{ executiveId: { in: own } }, { executive: { poolId: { in: [...managedPoolIds] } } }],
    },
    select: SHOWN,
    orderBy: [{ executive: { user: { name: "asc" } } }, { summary: "asc" }, { id: "asc" }],
    take: MOST_LISTED,
  });
  const calendars = await readCalendars(
    ctx,
    rows.map(({ executiveId }) => executiveId),
  );
  return rows.map(({ executive: of, fromOn, toOn, filedOn, pausedAt, ...facts }) => {
    const days = { ...facts, from: dayOfColumn(fromOn), to: toOn && dayOfColumn(toOn) };
    const calendar = calendars.get(facts.executiveId);
    const filed = filedOn && dayOfColumn(filedOn);
    return {
      ...{ ...days, executiveName: of.user.name, isPaused: pausedAt !== null },
      nextOn: calendar && !pausedAt ? nextDay(ctx.now, calendar, days, filed) : null,
    };
  });
}

function nextDay(
  now: Date,
  calendar: SupportCalendar,
  days: RequestRecurrence & { from: Day; to: Day | null },
  filed: Day | null,
): Day | null {
  const today = dayIn(calendar.timeZone, now);
  const from = filed && filed >= today ? addDays(today, 1) : today;
  return nextFiledOn(days, from, (on) => runningOn(calendar, on).length === 0);
}

/** One of those; any other is not found. */
export async function requireRecurring(ctx: Ctx<Person>, id: string): Promise<RecurringView> {
  const [found] = await listRecurring(ctx, id);
  if (!found) throw new NotFoundError("recurring request");
  return found;
}
