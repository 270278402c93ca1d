"use client";
import { useFormatter, useTranslations } from "next-intl";
import { BeforeAfter } from "@/app/_shared/proposals/before-after";
import { ProofSeal } from "@/app/_shared/proposals/proof-seal";
import { cx } from "@/components/ui/layout/cx";
import type { PlanRun, PlanView, ProposedPlan } from "@/lib/coverage/plans/queries";
import { isBehind, proofOf } from "./plan-run-state";

type PlanProofProps = { plan: ProposedPlan; run: PlanRun; view: PlanView };

const MOST_BLOCKS = 20;

/** Before and after as bars, where the fewest possible lies, and how good the plan is known to be. */
export function PlanProof({ plan, run, view }: PlanProofProps) {
  const t = useTranslations("board.plan.proof");
  const sum = (of: "before" | "after") => view.difference.open.reduce((total, week) => total + week[of], 0);
  const [before, after] = [sum("before"), sum("after")];
  const covered = before - after;
  return (
    <section>
      <BeforeAfter
        {...{ before, after }}
        spoken={t("spoken", { before, after })}
        what={t("halfDays")}
        outcome={t("outcome", { covered, after })}
      />
      {before > 0 && (
        <div
          aria-hidden
          className="mt-3 grid grid-cols-[80px_1fr] items-center gap-x-3 gap-y-2 text-xs text-ink-2"
        >
          <span>{t("now")}</span>
          <Bar gaps={before} covered={0} />
          <span>{t("after")}</span>
          <span className="relative">
            <Bar gaps={after} covered={covered} />
            {plan.isFewestGaps && (
              <span
                className="absolute -top-1 h-9 w-0.5 rounded-full bg-ink"
                style={{ left: `calc(${(100 * after) / before}% - 1px)` }}
              />
            )}
          </span>
        </div>
      )}
      {before > 0 && plan.isFewestGaps && (
        <p className="pt-2 pl-[92px] text-xs font-semibold">{t("fewest", { count: after })}</p>
      )}
      <Seal plan={plan} run={run} elapsedMs={view.solver.elapsedMs} />
    </section>
  );
}

function Bar({ gaps, covered }: { gaps: number; covered: number }) {
  const isWhole = gaps + covered > MOST_BLOCKS;
  const blocks = isWhole
    ? [
        { kind: "gap", size: gaps },
        { kind: "plan", size: covered },
      ].filter(({ size }) => size > 0)
    : Array.from({ length: gaps + covered }, (_, i) => ({ kind: i < gaps ? "gap" : "plan", size: 1 }));
  return (
    <span className="flex h-6 gap-[3px]">
      {blocks.map(({ kind, size }, i) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a bar, in order
          key={i}
          className={cx(
            "min-w-0 rounded-[3px]",
            kind === "gap" ? "hatch-strong" : "border border-dashed border-plan-bar bg-plan-bg plan-block",
          )}
          style={{ flexGrow: size, flexBasis: 0, animationDelay: `${40 * i}ms` }}
        />
      ))}
    </span>
  );
}

type SealProps = { plan: ProposedPlan; run: PlanRun; elapsedMs: number };

function Seal({ plan, run, elapsedMs }: SealProps) {
  const t = useTranslations("board.plan");
  const format = useFormatter();
  const goesOn = run.isSolving || isBehind(plan, run);
  const isProven = !goesOn && (plan.status === "optimal" || (plan.mode === "repair" && plan.isFewestGaps));
  const seconds = format.number(elapsedMs / 1000, { maximumFractionDigits: 1 });
  return (
    <div className="mt-4">
      <ProofSeal
        {...{ isProven, goesOn }}
        title={goesOn && plan.gap === null ? t("proof.looking") : proofOf(plan, t)}
        detail={
          goesOn
            ? t(`stage.${run.stage ?? "waiting"}`)
            : isProven
              ? t("proof.provenIn", { seconds })
              : t("proof.ended", { seconds })
        }
      />
    </div>
  );
}
