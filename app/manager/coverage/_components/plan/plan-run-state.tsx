"use client";
import { useTranslations } from "next-intl";
import type { PlanRun, ProposedPlan } from "@/lib/coverage/plans/queries";

/** True while the run is known to be further than the plan that is shown, which is on its way. */
export function isBehind(plan: ProposedPlan, run: PlanRun): boolean {
  return (
    run.version !== plan.run.version || run.status !== plan.run.status || run.isSolving !== plan.run.isSolving
  );
}

/** How good a plan is known to be; while its proof goes on, how far that is. Said aloud only when it ends. */
export function PlanRunState({ plan, run }: { plan: ProposedPlan; run: PlanRun }) {
  const t = useTranslations("board.plan");
  const goesOn = run.isSolving || isBehind(plan, run);
  return (
    <>
      {goesOn && (
        <span>
          {t(`stage.${run.stage ?? "waiting"}`)}
          {plan.mode === "optimise" &&
            run.gap !== null &&
            run.gap > 0 &&
            ` ${t("gapSoFar", { percent: run.gap })}`}
        </span>
      )}
      <span role="status">{!goesOn && `${proofOf(plan, t)}.`}</span>
    </>
  );
}

type Words = ReturnType<typeof useTranslations<"board.plan">>;

/** How good a plan is proven to be, in words. */
export function proofOf(plan: ProposedPlan, t: Words): string {
  if (plan.status === "optimal") return t("optimal");
  if (plan.mode === "repair" && plan.isFewestGaps) return t("fewest");
  return plan.gap === null ? t("heuristic") : t("within", { percent: plan.gap });
}
