"use client";
import { Sparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { startTransition, useOptimistic, useRef } from "react";
import * as actions from "@/app/manager/coverage/actions";
import { attempt } from "@/components/refusals/attempt";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { useUndoable } from "@/components/refusals/use-undoable";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { StopButton } from "@/components/ui/forms/stop-button";
import { Notice } from "@/components/ui/layout/notice";
import { notify, notifyFault } from "@/components/ui/overlays/toast";
import type { ProposedPlan } from "@/lib/coverage/plans/queries";
import { PlanReview } from "./plan-review";
import { PlanRunState } from "./plan-run-state";
import { usePlanRun } from "./use-plan-run";

type PlanBarProps = {
  plan: ProposedPlan | null;
  poolId: string;
  from: string;
  to: string;
  gaps: number;
  dutyNames: Record<string, string>;
};

/** The plan that waits for a decision, or the way to make one. */
export function PlanBar({ plan, poolId, from, to, gaps, dutyNames }: PlanBarProps) {
  const t = useTranslations("board");
  const [shown, settle] = useOptimistic(plan, () => null);
  if (!shown) {
    return gaps === 0 ? (
      <p className="px-5 pb-2 text-sm text-ink-2">{t("gapsNone")}</p>
    ) : (
      <MakePlan poolId={poolId} from={from} to={to} />
    );
  }

  return <Proposal plan={shown} dutyNames={dutyNames} onDecided={() => settle(null)} />;
}

type ProposalProps = { plan: ProposedPlan; dutyNames: Record<string, string>; onDecided: () => void };

function Proposal({ plan, dutyNames, onDecided }: ProposalProps) {
  const t = useTranslations("board");
  const wordsOf = useRefusalWords();
  const undoable = useUndoable();
  const run = usePlanRun(plan.run);
  const bar = useRef<HTMLDivElement>(null);

  function accept(version: number) {
    startTransition(async () => {
      onDecided();
      const answer = await attempt(() => actions.accept({ id: plan.id, version }));
      if (!answer.ok) return notifyFault(wordsOf(answer));
      const { changeId, covers } = answer.value;
      undoable(t("toast.accepted", { covers }), () => actions.undo({ id: changeId }));
    });
  }

  function discard() {
    startTransition(async () => {
      onDecided();
      const answer = await attempt(() => actions.discard({ id: plan.id, version: plan.run.version }));
      if (answer.ok) notify(t("toast.discarded"));
      else notifyFault(wordsOf(answer));
    });
  }

  function stop() {
    // The button goes away; a key may have pressed it from elsewhere.
    if (bar.current?.contains(document.activeElement)) bar.current.focus();
    startTransition(async () => {
      const answer = await attempt(() => actions.stop({ id: plan.id }));
      if (!answer.ok) notifyFault(wordsOf(answer));
    });
  }

  const summary = plan.covers === 0 ? "plan.nothing" : "plan.summary";
  return (
    <section aria-label={t("plan.label")} className="px-3 pb-2 md:px-5">
      <Notice
        ref={bar}
        tabIndex={-1}
        tone="plan"
        className="items-center md:min-h-14"
        actions={
          <>
            {run.isSolving && !run.isStopped && (
              <StopButton className="text-plan-ink hover:text-plan-ink" onPress={stop}>
                {t("plan.stop")}
              </StopButton>
            )}
            <Button variant="ghost" className="text-plan-ink hover:text-plan-ink" onPress={discard}>
              {t("plan.discard")}
            </Button>
            <PlanReview planId={plan.id} version={plan.run.version} dutyNames={dutyNames} onAccept={accept} />
            {plan.covers > 0 && (
              <Button variant="primary" onPress={() => accept(plan.run.version)}>
                {t("plan.accept")}
              </Button>
            )}
          </>
        }
      >
        {t(summary, { covers: plan.covers, open: plan.uncovered })} <PlanRunState plan={plan} run={run} />
      </Notice>
    </section>
  );
}

function MakePlan({ poolId, from, to }: { poolId: string; from: string; to: string }) {
  const t = useTranslations("board.plan");
  return (
    <Form
      action={actions.propose}
      refusals={useRefusalWords()}
      className="flex flex-wrap items-center gap-2 px-3 pb-2 md:px-5"
    >
      <input type="hidden" name="poolId" value={poolId} />
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="to" value={to} />
      <Button
        type="submit"
        name="mode"
        value="repair"
        variant="primary"
        icon={<Sparkles aria-hidden className="size-4" />}
      >
        {t("make")}
      </Button>
      <Button type="submit" name="mode" value="optimise" aria-describedby="optimise-hint">
        {t("optimise")}
      </Button>
      <span id="optimise-hint" className="text-xs text-ink-2 max-md:sr-only">
        {t("optimiseHint")}
      </span>
    </Form>
  );
}
