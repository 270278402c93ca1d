import "server-only";
import { type Ctx, inTransaction, type PublicCtx, type SystemCtx } from "@/lib/context";
import type { PoolClock } from "@/lib/days-off";
import { daysOffIn } from "@/lib/days-off";
import { ZONE_OF_PERSON } from "@/lib/employment";
import { insightNotice } from "@/lib/insight/notices";
import { notify } from "@/lib/notices/service-notify";
import { rangeOfWeek } from "@/lib/schedules/notices";
import { addDays, type Day, weekdayOf } from "@/lib/time/day";
import { type IsoWeek, isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { dayIn, minuteIn } from "@/lib/time/zone";
import { firstWorkingDay, isBriefDue } from "./rules";

type ManagerRow = { userId: string; zone: string; pools: PoolClock[] };

/** Tells managers that their week's brief is there, each once a week, at eight on the first day that any of their pools works. */
export function tellOfBriefs(ctx: SystemCtx): Promise<{ told: number }> {
  return inTransaction(ctx, async (tx) => {
    const due = (await listManagers(tx)).flatMap((manager) => {
      const week = dueWeek(manager, tx.now);
      return week ? [{ userId: manager.userId, week }] : [];
    });
    return { told: await tellOfBrief(tx, due) };
  });
}

/** Tells some managers of the brief of a week, unless they were told of it before; answers how many. */
export async function tellOfBrief(
  ctx: Ctx | SystemCtx,
  due: readonly { userId: string; week: IsoWeek }[],
): Promise<number> {
  const claimed = await claim(ctx, due);
  const notices = claimed.map(({ userId, week }) =>
    insightNotice("brief_ready", [userId], { range: rangeOfWeek(week) }),
  );
  await notify(ctx, ...notices);
  return claimed.length;
}

function dueWeek({ zone, pools }: ManagerRow, now: Date): IsoWeek | null {
  const on = dayIn(zone, now);
  const week = isoWeekOf(on);
  const isWorked = pools.map((pool) => workedIn(pool, week));
  const firstDay = firstWorkingDay(week, (one) => isWorked.some((isWorkedIn) => isWorkedIn(one)));
  return isBriefDue({ on, minute: minuteIn(zone, now) }, firstDay) ? week : null;
}

function workedIn(pool: PoolClock, week: IsoWeek): (on: Day) => boolean {
  const monday = mondayOf(week);
  const off = daysOffIn(pool, monday, addDays(monday, 6));
  return (on) => weekdayOf(on) <= 5 && !off.has(on);
}

/** Everybody who leads a pool and may sign in, with what says when their pools work. */
function listManagers({ db }: SystemCtx): Promise<ManagerRow[]> {
  return db.$queryRaw<ManagerRow[]>`
    SELECT u.id AS "userId", ${ZONE_OF_PERSON} AS zone, (
      SELECT json_agg(json_build_object('timeZone', p.time_zone, 'holidayRegion', p.holiday_region,
        'holidayTypes', p.holiday_types) ORDER BY p.id)
      FROM pool_managers m JOIN pools p ON p.id = m.pool_id WHERE m.user_id = u.id) AS pools
    FROM users u WHERE u.disabled_at IS NULL AND EXISTS (SELECT FROM pool_managers m WHERE m.user_id = u.id)
    ORDER BY u.id`;
}

/** Those of some whose week nobody has claimed, claimed by writing it down: of two nodes one is told. */
async function claim(
  { db, now }: PublicCtx,
  due: readonly { userId: string; week: IsoWeek }[],
): Promise<{ userId: string; week: IsoWeek }[]> {
  const rows = await db.briefRun.createManyAndReturn({
    data: due.map((one) => ({ ...one, at: now })),
    skipDuplicates: true,
    select: { userId: true, week: true },
  });
  return rows.map(({ userId, week }) => ({ userId, week: week as IsoWeek }));
}
