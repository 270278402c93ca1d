import "server-only";
import type { Executive } from "@/lib/actor";
import type { Ctx, PublicCtx } from "@/lib/context";
import { type Day, dayOfColumn } from "@/lib/time/day";
import type { Interval } from "@/lib/time/interval";
import { intervalsOf, speaksFor } from "./rules";
import type { BusyCalendarView } from "./schema";

type Attendee = { id: string; userId: string | null };

/** When those are busy who handed in a calendar file that speaks for all of some days, by the id under which they take part. */
export async function readBusyTimes(
  { db }: PublicCtx,
  people: readonly Attendee[],
  days: { from: Day; to: Day },
): Promise<Map<string, Interval[]>> {
  const userIds = people.flatMap(({ userId }) => userId ?? []);
  const rows = await db.busyCalendar.findMany({
    where: {
      OR: [{ meetingPersonId: { in: people.map(({ id }) => id) } }, { userId: { in: userIds } }],
    },
  });
  const known = rows.filter(({ fromOn, toOn }) =>
    speaksFor({ from: dayOfColumn(fromOn), to: dayOfColumn(toOn) }, days),
  );
  return new Map(
    people.flatMap(({ id, userId }): [string, Interval[]][] => {
      const own = known.filter((one) => one.meetingPersonId === id || (userId && one.userId === userId));
      return own.length > 0 ? [[id, own.flatMap(({ spans }) => intervalsOf(spans))]] : [];
    }),
  );
}

/** What is known of the executive's own calendar; null where they handed none in. */
export async function getOwnBusyCalendar({ db, actor }: Ctx<Executive>): Promise<BusyCalendarView | null> {
  const row = await db.busyCalendar.findUnique({ where: { userId: actor.userId } });
  return (
    row && {
      readAt: row.readAt.toISOString(),
      to: dayOfColumn(row.toOn),
      count: intervalsOf(row.spans).length,
    }
  );
}
