import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { readGrid } from "@/lib/coverage/demand/queries-grid";
import { previewPublication } from "@/lib/schedules/publishing/queries";
import type { PublicationChoice, PublicationPlan } from "@/lib/schedules/publishing/rules-preview";
import type { Roster } from "@/lib/schedules/week/rules-roster";
import { addDays, daysFrom } from "@/lib/time/day";
import type { IsoWeek } from "@/lib/time/iso-week";
import { daysAfter, type ShiftEffects, shiftEffects } from "./rules";

/** What publishing a week's drafts would tell whom, need a reason for, and do to executives' support. */
export async function previewSchedule(
  ctx: Ctx<Manager>,
  { poolId, week }: { poolId: string; week: IsoWeek },
): Promise<{ roster: Roster; plan: PublicationPlan; effects: ShiftEffects }> {
  const { roster, plan } = await previewPublication(ctx, { poolId, week });
  return { roster, plan, effects: await effectsOfPlan(ctx, roster, plan) };
}

async function effectsOfPlan(
  ctx: Ctx<Manager>,
  roster: Roster,
  plan: PublicationPlan,
): Promise<ShiftEffects> {
  if (plan.drafts.length === 0) return { opened: [], closed: [] };
  const { pool, monday, rules, roles, shifts } = roster;
  const sunday = addDays(monday, 6);
  const grid = await readGrid(ctx, pool, monday, sunday);
  const emptyDays = rules.policy.replacesPattern ? daysFrom(monday, sunday) : [];
  const facts = new Map(roles.map((role) => [role.id, role]));
  return shiftEffects(grid, daysAfter(plan.drafts, shifts, facts, emptyDays));
}

/** What publishing some people's or roles' drafts would do to executives' support. */
export async function effectsOfPublishing(
  ctx: Ctx<Manager>,
  { poolId, week, ...choice }: { poolId: string; week: IsoWeek } & PublicationChoice,
): Promise<ShiftEffects> {
  const { roster, plan } = await previewPublication(ctx, { poolId, week }, choice);
  return effectsOfPlan(ctx, roster, plan);
}
