"use client";
import { useTranslations } from "next-intl";
import { Remedies } from "@/app/_shared/coverage/remedies";
import { useExtentWords } from "@/app/_shared/coverage/words";
import { useRangeWords } from "@/components/time/use-range-words";
import { SlotBadge } from "@/components/ui/layout/badge";
import type { PlanView } from "@/lib/coverage/plans/queries";
import type { PlannedGap } from "@/lib/coverage/plans/rules-view";
import { Unexplained } from "./plan-cover-row";
import { useExplained } from "./use-explained";

/** A half-day a plan leaves open, why, and the smallest changes that would close it. */
export function PlanGapRow({
  gap,
  plan,
  dutyNames,
}: {
  gap: PlannedGap;
  plan: PlanView;
  dutyNames: Record<string, string>;
}) {
  const t = useTranslations("board");
  const rangeWords = useRangeWords();
  const extent = useExtentWords(dutyNames);
  const { ask, part, isWaiting } = useExplained(plan, "gap", gap.index);
  const at = rangeWords({ from: gap.on, fromPart: gap.part, to: gap.on, toPart: gap.part });
  return (
    <li className="grid gap-1 text-sm">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <SlotBadge mark="gap">{t("status.gap")}</SlotBadge>
        <span className="font-semibold">{plan.names[gap.executiveId]}</span>
        <span className="text-ink-2">{[at, ...extent(gap)].join(" · ")}</span>
      </p>
      <p className="text-ink-2">{gap.reasons.map((reason) => t(`plan.reasons.${reason}`)).join(" · ")}</p>
      {gap.remedies ? (
        <Remedies remedies={gap.remedies} names={plan.names} />
      ) : (
        <details onToggle={(event) => event.currentTarget.open && ask()}>
          <summary className="cursor-default rounded text-xs font-medium text-ink-2 touch:min-h-11 touch:content-center">
            {t("plan.whatCloses")}
          </summary>
          {part?.gap?.remedies ? (
            <Remedies remedies={part.gap.remedies} names={plan.names} />
          ) : (
            <Unexplained isWaiting={isWaiting} />
          )}
        </details>
      )}
    </li>
  );
}
