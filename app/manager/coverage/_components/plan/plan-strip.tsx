"use client";
import { Sparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { startTransition, useOptimistic, useRef } from "react";
import * as actions from "@/app/manager/coverage/actions";
import { attempt } from "@/components/refusals/attempt";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { useUndoable } from "@/components/refusals/use-undoable";
import { Button } from "@/components/ui/forms/button";
import { StopButton } from "@/components/ui/forms/stop-button";
import { notify, notifyFault } from "@/components/ui/overlays/toast";
import type { ProposedPlan } from "@/lib/coverage/plans/queries";
import { PlanReview } from "./plan-review";
import { PlanRunState } from "./plan-run-state";
import { usePlanRun } from "./use-plan-run";

type PlanStripProps = {
  plan: ProposedPlan;
  dutyNames: Record<string, string>;
  /** Shows on the board what is decided, before it is answered. */
  onDecided: (isAccepted: boolean) => void;
  /** Shows the board as it was before the plan was accepted, before that is answered. */
  onUndone: () => void;
};

/** The plan that waits for a decision: what it brings, how good it is known to be, and what can be done with it. */
export function PlanStrip({ plan, dutyNames, onDecided, onUndone }: PlanStripProps) {
  const t = useTranslations("board");
  const wordsOf = useRefusalWords();
  const undoable = useUndoable();
  const [isDecided, decide] = useOptimistic(false);
  const run = usePlanRun(plan.run);
  const strip = useRef<HTMLElement>(null);
  if (isDecided) return null;

  function accept(version: number) {
    startTransition(async () => {
      decide(true);
      onDecided(true);
      const answer = await attempt(() => actions.accept({ id: plan.id, version }));
      if (!answer.ok) return notifyFault(wordsOf(answer));
      const { changeId, covers } = answer.value;
      undoable(t("toast.accepted", { covers }), () => actions.undo({ id: changeId }), {
        showUndone: onUndone,
      });
    });
  }

  function discard() {
    startTransition(async () => {
      decide(true);
      onDecided(false);
      const answer = await attempt(() => actions.discard({ id: plan.id, version: plan.run.version }));
      if (answer.ok) notify(t("toast.discarded"));
      else notifyFault(wordsOf(answer));
    });
  }

  function stop() {
    // The button goes away; a key may have pressed it from elsewhere.
    if (strip.current?.contains(document.activeElement)) strip.current.focus();
    startTransition(async () => {
      const answer = await attempt(() => actions.stop({ id: plan.id }));
      if (!answer.ok) notifyFault(wordsOf(answer));
    });
  }

  return (
    <section
      ref={strip}
      tabIndex={-1}
      aria-label={t("plan.label")}
      className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-plan-bg px-4 py-1 text-sm text-plan-ink outline-offset-[-2px] print:hidden"
    >
      <p className="flex min-w-0 flex-1 basis-64 items-center gap-2">
        <Sparkles aria-hidden className="size-4 shrink-0 text-plan-bar" />
        <span className="min-w-0">
          <span className="font-semibold">
            {plan.covers === 0
              ? t("plan.nothing", { open: plan.uncovered })
              : t("plan.summary", { covers: plan.covers, open: plan.uncovered })}
          </span>{" "}
          <PlanRunState plan={plan} run={run} />
        </span>
      </p>
      <div className="flex w-full flex-wrap items-center gap-1.5 board:w-auto">
        {run.isSolving && !run.isStopped && (
          <StopButton className="h-7 text-plan-ink hover:text-plan-ink" onPress={stop}>
            {t("plan.stop")}
          </StopButton>
        )}
        <Button variant="ghost" className="h-7 text-plan-ink hover:text-plan-ink" onPress={discard}>
          {t("plan.discard")}
        </Button>
        <PlanReview plan={plan} run={run} dutyNames={dutyNames} onAccept={accept} onDiscard={discard} />
        {plan.covers > 0 && (
          <Button variant="primary" className="h-7" onPress={() => accept(plan.run.version)}>
            {t("plan.accept")}
          </Button>
        )}
      </div>
    </section>
  );
}
