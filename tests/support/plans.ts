import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { type PlanView, requirePlan } from "@/lib/coverage/plans/queries";

/** A plan as its manager sees it, in a test that made it. */
export async function shownPlan(ctx: Ctx<Manager>, id: string): Promise<PlanView> {
  const plan = await requirePlan(ctx, id);
  if (!plan.ok) throw new Error(plan.reason);
  return plan.value;
}
