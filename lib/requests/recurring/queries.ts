import "server-only";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { addDays, dayOfColumn } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { readCalendars } from "../levels/queries";
import { runningOn } from "../levels/rules-clock";
import { listServedExecutiveIds } from "../queries";
import { nextFiledOn } from "./rules";
import type { RecurringView } from "./schema";

const MOST_LISTED = 500;

/** The requests that recur of oneself, of the executives one serves, and of one's pools; by executive, then by what is asked. */
export async function listRecurring(ctx: Ctx<Person>, id?: string): Promise<RecurringView[]> {
  const { executive, managedPoolIds } = ctx.actor;
  const own = [...(executive ? [executive.id] : []), ...(await listServedExecutiveIds(ctx))];
  const rows = await ctx.db.recurringRequest.findMany({
    where: {
      ...(id && { id }),
      OR: [{ executiveId: { in: own } }, { executive: { poolId: { in: [...managedPoolIds] } } }],
    },
    include: { executive: { select: { user: { select: { name: true } } } } },
    orderBy: [{ executive: { user: { name: "asc" } } }, { summary: "asc" }, { id: "asc" }],
    take: MOST_LISTED,
  });
  const calendars = await readCalendars(
    ctx,
    rows.map(({ executiveId }) => executiveId),
  );
  return rows.map((row) => {
    const {
      executiveId,
      executive: of,
      fromOn,
      toOn,
      filedOn,
      pausedAt,
      createdAt: _,
      createdById: __,
      ...facts
    } = row;
    const [from, to] = [dayOfColumn(fromOn), toOn && dayOfColumn(toOn)];
    const calendar = calendars.get(executiveId);
    const today = calendar && dayIn(calendar.timeZone, ctx.now);
    const isDone = today && filedOn && dayOfColumn(filedOn) >= today;
    const next =
      calendar && today && !pausedAt
        ? nextFiledOn(
            { ...facts, from, to },
            isDone ? addDays(today, 1) : today,
            (on) => runningOn(calendar, on).length === 0,
          )
        : null;
    return {
      ...facts,
      executiveId,
      executiveName: of.user.name,
      from,
      to,
      isPaused: pausedAt !== null,
      nextOn: next,
    };
  });
}

/** One of those; any other is not found. */
export async function requireRecurring(ctx: Ctx<Person>, id: string): Promise<RecurringView> {
  const [found] = await listRecurring(ctx, id);
  if (!found) throw new NotFoundError("recurring request");
  return found;
}
