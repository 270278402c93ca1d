"use client";
import { useTranslations } from "next-intl";
import { Remedies } from "@/app/_shared/coverage/remedies";
import { useExtentWords } from "@/app/_shared/coverage/use-extent-words";
import { useRangeWords } from "@/components/time/use-range-words";
import { SlotBadge } from "@/components/ui/layout/badge";
import { Disclosure } from "@/components/ui/layout/disclosure";
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
    <li className="grid grid-cols-[96px_1fr] gap-x-2 text-sm">
      <span className="pt-px text-xs leading-5 text-ink-2">{[at, ...extent(gap)].join(" · ")}</span>
      <div className="grid min-w-0 justify-items-start gap-1">
        <SlotBadge mark="gap">{t("status.gap")}</SlotBadge>
        <p className="text-xs text-ink-2">
          {gap.reasons.map((reason) => t(`plan.reasons.${reason}`)).join(" · ")}
        </p>
        {gap.remedies ? (
          <Remedies remedies={gap.remedies} names={plan.names} />
        ) : (
          <Disclosure
            tone="quiet"
            summary={<span className="text-xs">{t("plan.whatCloses")}</span>}
            onToggle={(event) => event.currentTarget.open && ask()}
          >
            {part?.gap?.remedies ? (
              <Remedies remedies={part.gap.remedies} names={plan.names} />
            ) : (
              <Unexplained isWaiting={isWaiting} />
            )}
          </Disclosure>
        )}
      </div>
    </li>
  );
}
