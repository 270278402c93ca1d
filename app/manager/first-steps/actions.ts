"use server";
import { requireManager } from "@/lib/auth/guards";
import { ProposePlanInput } from "@/lib/coverage/plans/schema";
import { proposePlan } from "@/lib/coverage/plans/service";
import { ShowFirstStepsInput } from "@/lib/pools/schema";
import { showFirstSteps } from "@/lib/pools/service-first-steps";
import { ok } from "@/lib/result";
import { formAction } from "@/lib/server/form-action";

export const show = formAction(requireManager, ShowFirstStepsInput, showFirstSteps, {
  revalidate: ["/manager"],
});

/** Plans the coming six weeks of a pool, and leads to the board, where the plan is reviewed. */
export const planAhead = formAction(
  requireManager,
  ProposePlanInput,
  async (ctx, input) => {
    const plan = await proposePlan(ctx, input);
    return plan.ok ? ok(input.poolId) : plan;
  },
  {
    revalidate: ["/manager/coverage"],
    redirectTo: (poolId) => `/manager/coverage?pool=${poolId}`,
    mayRepeat: true,
  },
);
