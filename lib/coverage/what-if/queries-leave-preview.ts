import "server-only";
import type { Assistant } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { readFree, readGrid, withChoicesFor } from "@/lib/coverage/demand/queries-grid";
import { type Grid, gridAround } from "@/lib/coverage/demand/rules-grid";
import { type OfficeAssistant, servedBy } from "@/lib/coverage/office/rules";
import { problemInSteps } from "@/lib/coverage/plans/rules-problem";
import { planInWorker } from "@/lib/coverage/worker/plan";
import { PLANNER_SEED, verifiedResult } from "@/lib/coverage/worker/plan-task";
import { daysOffIn } from "@/lib/days-off";
import { addDays, type Day, daysFrom } from "@/lib/time/day";
import { isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { dayIn } from "@/lib/time/zone";
import { inTurns } from "@/lib/turns";
import {
  beside,
  freeWithout,
  gridWithout,
  isOwn,
  onlyAsked,
  type PreviewDay,
  previewDays,
} from "./rules-leave-preview";

const WEEKS = 12;
const BUDGET_MS = 25;

export type LeavePreview = {
  from: Day;
  to: Day;
  days: (PreviewDay & { holiday: string | null })[];
};

/**
 * Whom of their own executives an assistant's leave would leave without cover, on each day of the coming twelve weeks,
 * beside the covers that stand. Says nothing of anybody else's absence.
 */
export async function getLeavePreview(ctx: Ctx<Assistant>): Promise<LeavePreview> {
  const { poolId } = ctx.actor.assistant;
  const pool = await ctx.db.pool.findUniqueOrThrow({ where: { id: poolId } });
  const from = dayIn(pool.timeZone, ctx.now);
  const to = addDays(mondayOf(isoWeekOf(from)), WEEKS * 7 - 1);
  const days = await previewOf(ctx, pool, from, to);
  const holidays = daysOffIn(pool, from, to, ctx.actor.locale);
  return { from, to, days: days.map((day) => ({ ...day, holiday: holidays.get(day.on) ?? null })) };
}

async function previewOf(
  ctx: Ctx<Assistant>,
  pool: { id: string; timeZone: string },
  from: Day,
  to: Day,
): Promise<PreviewDay[]> {
  const { id } = ctx.actor.assistant;
  // From Monday on, as the grid is kept; each half-day is a question of its own.
  const standing = await readGrid(ctx, pool, mondayOf(isoWeekOf(from)), to);
  const me = standing.office.assistants.get(id);
  if (!me) return [];
  const { office } = gridAround(standing, beside(standing.office, id));
  const around = { ...standing, office };
  const own = servedBy(office, id).filter((executive) => isOwn(executive, id));
  const asked = await withChoicesFor(
    ctx,
    around,
    own.map((executive) => executive.id),
  );
  return workOutLeave(asked, await readFree(ctx, standing), me, daysFrom(from, to));
}

/** Whom an assistant's leave would leave uncovered on some days, in a grid of those around them that knows who could cover. */
export async function workOutLeave(
  asked: Grid,
  free: Awaited<ReturnType<typeof readFree>>,
  me: OfficeAssistant,
  days: readonly Day[],
): Promise<PreviewDay[]> {
  const grid = gridWithout(asked, me.id);
  const left = freeWithout(grid, me.id, free);
  const question = onlyAsked(await inTurns(problemInSteps(grid, me.poolId, left)));
  const order = { seed: PLANNER_SEED, budget: { ms: BUDGET_MS }, mode: "repair" as const, explains: false };
  const result = verifiedResult(await planInWorker(question.problem, order));
  return previewDays(asked.office, me, days, question, result);
}
