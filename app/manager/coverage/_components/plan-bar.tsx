"use client";
import { Sparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { startTransition, useOptimistic } from "react";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { notify, notifyFault, notifyWithUndo } from "@/components/ui/toast";
import type { ProposedPlan } from "@/lib/coverage/queries";
import * as actions from "../actions";
import type { Names } from "./board-context";
import { PlanReview } from "./plan-review";

type PlanBarProps = {
  plan: ProposedPlan | null;
  poolId: string;
  from: string;
  to: string;
  gaps: number;
  names: Names;
};

/** The plan that waits for a decision, or the way to make one. */
export function PlanBar({ plan, poolId, from, to, gaps, names }: PlanBarProps) {
  const t = useTranslations("board");
  const [shown, settle] = useOptimistic(plan, () => null);
  if (!shown) {
    return gaps === 0 ? (
      <p className="px-5 pb-2 text-sm text-ink-2">{t("gapsNone")}</p>
    ) : (
      <MakePlan poolId={poolId} from={from} to={to} />
    );
  }

  function decide(call: typeof actions.accept | typeof actions.discard) {
    if (!shown) return;
    startTransition(async () => {
      settle(null);
      const answer = await call({ id: shown.id });
      if (!answer.ok) return notifyFault(wordsOf(answer.reason));
      if (!("changeId" in answer.value)) return notify(t("toast.discarded"));
      const { changeId, covers } = answer.value;
      notifyWithUndo(t("toast.accepted", { covers }), {
        label: t("undo"),
        onUndo: async () => {
          const undone = await actions.undo({ id: changeId });
          notify(undone.ok ? t("undone") : wordsOf(undone.reason));
        },
      });
    });
  }

  function wordsOf(reason: string): string {
    const key = `refusals.${reason}` as "refusals.unknown";
    return t.has(key) ? t(key) : t("refusals.unknown");
  }

  const summary = shown.covers === 0 ? "plan.nothing" : "plan.summary";
  return (
    <section aria-label={t("plan.label")} className="px-3 pb-2 md:px-5">
      <Notice
        tone="plan"
        className="items-center"
        actions={
          <>
            <Button
              variant="ghost"
              className="text-plan-ink hover:text-plan-ink"
              onPress={() => decide(actions.discard)}
            >
              {t("plan.discard")}
            </Button>
            <PlanReview planId={shown.id} names={names} onAccept={() => decide(actions.accept)} />
            {shown.covers > 0 && (
              <Button variant="primary" onPress={() => decide(actions.accept)}>
                {t("plan.accept")}
              </Button>
            )}
          </>
        }
      >
        {t(summary, { covers: shown.covers, open: shown.uncovered })} <Certificate plan={shown} />
      </Notice>
    </section>
  );
}

function Certificate({ plan }: { plan: ProposedPlan }) {
  const t = useTranslations("board.plan");
  if (plan.status === "optimal") return <span className="font-medium">{t("optimal")}.</span>;
  if (plan.mode === "repair" && plan.isFewestGaps) return <span className="font-medium">{t("kept")}</span>;
  if (plan.gap !== null) return <span className="font-medium">{t("within", { percent: plan.gap })}.</span>;
  return <span>{t("heuristic")}.</span>;
}

function MakePlan({ poolId, from, to }: { poolId: string; from: string; to: string }) {
  const t = useTranslations("board.plan");
  return (
    <Form action={actions.propose} className="flex flex-wrap items-center gap-2 px-3 pb-2 md:px-5">
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
