import "server-only";
import type { PublicCtx } from "@/lib/context";
import { readFree, readGrid, withChoicesFor } from "@/lib/coverage/demand/queries-grid";
import { type Grid, gridAround } from "@/lib/coverage/demand/rules-grid";
import { servedBy } from "@/lib/coverage/office/rules";
import { addDays, type Day, daysFrom } from "@/lib/time/day";
import { isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { dayIn } from "@/lib/time/zone";
import { workOutLeave } from "./queries-leave-preview";
import { beside, isOwn } from "./rules-leave-preview";
import { withSkill } from "./rules-scenario";

const WEEKS = 12;

/** A pool's office over the coming weeks, read once, so that one person's leave after another can be asked about. */
export type RiskOffice = {
  poolId: string;
  grid: Grid;
  free: Awaited<ReturnType<typeof readFree>>;
  /** Twelve weeks from next Monday. */
  from: Day;
  to: Day;
};

/** A day on which an assistant could not be away without leaving these own executives uncovered. */
export type RiskDay = { on: Day; executiveIds: string[] };

/** A level somebody does not hold yet. */
export type RaisedLevel = { assistantId: string; dutyId: string; level: number };

/** Reads who serves whom and who could in a pool, from this week on. */
export async function readRiskOffice(
  ctx: PublicCtx,
  pool: { id: string; timeZone: string },
): Promise<RiskOffice> {
  const monday = mondayOf(isoWeekOf(dayIn(pool.timeZone, ctx.now)));
  const [from, to] = [addDays(monday, 7), addDays(monday, 7 * (WEEKS + 1) - 1)];
  const standing = await readGrid(ctx, pool, monday, to);
  const ids = standing.office.executives.map(({ id }) => id);
  const [grid, free] = [await withChoicesFor(ctx, standing, ids), await readFree(ctx, standing)];
  return { poolId: pool.id, grid, free, from, to };
}

/**
 * The days of the twelve weeks from next Monday on which an assistant's being away would leave an own executive open who is not
 * when they are there, everything else as it stands; with a level raised where one is given.
 */
export async function listRiskDays(
  { grid, free, from, to }: RiskOffice,
  assistantId: string,
  raised?: RaisedLevel,
): Promise<RiskDay[]> {
  const office = raised ? withSkill(grid.office, raised) : grid.office;
  const me = office.assistants.get(assistantId);
  if (!me || !servedBy(office, assistantId).some((executive) => isOwn(executive, assistantId))) return [];
  const around = gridAround({ ...grid, office }, beside(office, assistantId));
  const asked = { ...around, atWork: grid.atWork };
  const days = await workOutLeave(asked, free, me, daysFrom(from, to));
  return days.flatMap(({ on, state, uncovered }) =>
    state !== "work" || uncovered.length === 0
      ? []
      : [{ on, executiveIds: uncovered.map(({ executiveId }) => executiveId) }],
  );
}
