"use client";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ProposalFacts } from "@/app/_shared/proposals/proposal-facts";
import { Button } from "@/components/ui/forms/button";
import { Skeleton } from "@/components/ui/layout/skeleton";
import { Sheet } from "@/components/ui/overlays/sheet";
import type { PlanRun, PlanView, ProposedPlan } from "@/lib/coverage/plans/queries";
import { isoWeekOf, weekNumber } from "@/lib/time/iso-week";
import { PlanByExecutive } from "./plan-by-executive";
import { PlanProof } from "./plan-proof";
import { PlanWeeks } from "./plan-weeks";
import { PlanWorkload } from "./plan-workload";
import { usePlanView } from "./use-plan-view";

type PlanReviewProps = {
  plan: ProposedPlan;
  run: PlanRun;
  dutyNames: Record<string, string>;
  onAccept: (version: number) => void;
  onDiscard: () => void;
};

/** The whole plan in a sheet: the proof, what it changes and for whom, and what stays open. It shows the plan the board shows. */
export function PlanReview({ plan, run, dutyNames, onAccept, onDiscard }: PlanReviewProps) {
  const t = useTranslations("board.plan");
  const [isOpen, setOpen] = useState(false);
  const [first, last] = [isoWeekOf(plan.from), isoWeekOf(plan.to)];
  const title =
    first === last
      ? t("titleWeek", { week: weekNumber(first) })
      : t("titleWeeks", { from: weekNumber(first), to: weekNumber(last) });
  const then = (act: () => void) => () => {
    setOpen(false);
    act();
  };
  return (
    <>
      <Button className="h-7 border-plan-bar bg-plan-bg text-plan-ink" onPress={() => setOpen(true)}>
        {t("review")}
      </Button>
      <Sheet
        title={title}
        isOpen={isOpen}
        onOpenChange={setOpen}
        footer={
          <>
            <Button variant="ghost" onPress={then(onDiscard)}>
              {t("discard")}
            </Button>
            <Button
              variant="primary"
              icon={<Check aria-hidden />}
              onPress={then(() => onAccept(plan.run.version))}
            >
              {t("accept")}
            </Button>
          </>
        }
      >
        {isOpen && <PlanDetails {...{ plan, run, dutyNames }} />}
      </Sheet>
    </>
  );
}

type PlanDetailsProps = Pick<PlanReviewProps, "plan" | "run" | "dutyNames">;

function PlanDetails({ plan, run, dutyNames }: PlanDetailsProps) {
  const refusals = useTranslations("refusals");
  const view = usePlanView(plan.id, plan.run.version);
  if (view === "loading") return <Skeleton className="h-40" />;
  if (view === "failed") return <p role="alert">{refusals("unknown")}</p>;
  return (
    <div className="grid gap-5">
      <PlanProof plan={plan} run={run} view={view} />
      <PlanWeeks view={view} />
      <PlanFacts view={view} />
      <PlanByExecutive key={view.version} view={view} dutyNames={dutyNames} />
      <PlanWorkload view={view} />
    </div>
  );
}

/** What a plan changes, in four figures. */
function PlanFacts({ view }: { view: PlanView }) {
  const t = useTranslations("board.plan.facts");
  const changes = view.assignments.filter((cover) => cover.isChange);
  const facts = {
    people: new Set(changes.map((cover) => cover.assistantId)).size,
    executives: new Set(changes.map((cover) => cover.executiveId)).size,
    covers: changes.length,
    moved: view.difference.moved,
  };
  return (
    <ProposalFacts
      title={t("title")}
      facts={(["people", "executives", "covers", "moved"] as const).map((fact) => ({
        words: t(fact, { count: facts[fact] }),
        figure: String(facts[fact]),
      }))}
    />
  );
}
