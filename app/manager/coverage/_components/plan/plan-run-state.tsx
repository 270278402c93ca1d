"use client";
import { useTranslations } from "next-intl";
import type { PlanRun, ProposedPlan } from "@/lib/coverage/plans/queries";

/** How good a plan is known to be; while its proof goes on, how far that is. Said aloud only when it ends. */
export function PlanRunState({ plan, run }: { plan: ProposedPlan; run: PlanRun }) {
  const t = useTranslations("board.plan");
  return (
    <>
      {run.isSolving && (
        <span>
          {t(`stage.${run.stage ?? "waiting"}`)}
          {plan.mode === "optimise" &&
            run.gap !== null &&
            run.gap > 0 &&
            ` ${t("gapSoFar", { percent: run.gap })}`}
        </span>
      )}
      <span role="status">{!run.isSolving && <Certificate plan={plan} />}</span>
    </>
  );
}

function Certificate({ plan }: { plan: ProposedPlan }) {
  const t = useTranslations("board.plan");
  const strong = (words: string) => <span className="font-medium">{words}</span>;
  if (plan.status === "optimal") return strong(`${t("optimal")}.`);
  if (plan.mode === "repair" && plan.isFewestGaps) return strong(t("kept"));
  if (plan.gap !== null) return strong(`${t("within", { percent: plan.gap })}.`);
  return <span>{t("heuristic")}.</span>;
}
