"use client";
import { useTranslations } from "next-intl";
import { useExtentWords } from "@/app/_shared/coverage/use-extent-words";
import { useRuleWords } from "@/app/_shared/coverage/words";
import { useRangeWords } from "@/components/time/use-range-words";
import { SlotBadge } from "@/components/ui/layout/badge";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { Skeleton } from "@/components/ui/layout/skeleton";
import type { PlanView } from "@/lib/coverage/plans/queries";
import type { PlannedCover, WhyNot } from "@/lib/coverage/plans/rules-view";
import { useExplained } from "./use-explained";

type CoverRowProps = { cover: PlannedCover; plan: PlanView; dutyNames: Record<string, string> };

/** One cover of a plan: who goes where and when, and behind a disclosure why, and why not the others. */
export function PlanCoverRow({ cover: given, plan, dutyNames }: CoverRowProps) {
  const t = useTranslations("board.plan");
  const rangeWords = useRangeWords();
  const extent = useExtentWords(dutyNames);
  const { ask, part, isWaiting } = useExplained(plan, "cover", given.index);
  const cover = part?.cover ?? given;
  const { isExplained } = cover;
  const words = [rangeWords(cover), ...extent(cover)].join(" · ");
  return (
    <li className="grid grid-cols-[96px_1fr] gap-x-2 text-sm">
      <span className="pt-px text-xs leading-5 text-ink-2">{words}</span>
      <div className="min-w-0">
        <SlotBadge mark="plan">{plan.names[cover.assistantId]}</SlotBadge>
        {(!isExplained || cover.others.length > 0) && (
          <Disclosure
            tone="quiet"
            summary={
              <span className="text-xs">
                {isExplained ? t("whyNot", { count: cover.others.length }) : t("why")}
              </span>
            }
            onToggle={(event) => event.currentTarget.open && !isExplained && ask()}
          >
            {isExplained ? (
              <ul className="mt-1 grid gap-1 text-xs text-ink-2">
                {cover.others.map((other) => (
                  <li key={other.assistantId}>
                    <WhyNotWords other={other} plan={plan} dutyNames={dutyNames} />
                  </li>
                ))}
              </ul>
            ) : (
              <Unexplained isWaiting={isWaiting} />
            )}
          </Disclosure>
        )}
      </div>
    </li>
  );
}

/** What stands where an explanation is still on its way, or did not come. */
export function Unexplained({ isWaiting }: { isWaiting: boolean }) {
  const t = useTranslations("board.plan");
  if (!isWaiting) return <p className="mt-1 text-xs">{t("whyFailed")}</p>;
  return (
    <div role="status" aria-label={t("whyComing")} className="mt-1">
      <Skeleton className="h-10" />
    </div>
  );
}

function WhyNotWords({
  other,
  plan,
  dutyNames,
}: {
  other: WhyNot;
  plan: PlanView;
  dutyNames: Record<string, string>;
}) {
  const t = useTranslations("board.plan");
  const rangeWords = useRangeWords();
  const wordsOf = useRuleWords(dutyNames);
  const name = plan.names[other.assistantId] ?? "";
  if (other.verdict === "ineligible") return `${name}: ${other.rules.map(wordsOf).join(" · ")}`;
  if (other.verdict === "worse") {
    return t(other.leavesMoreOpen ? "worseOpen" : "worse", { name });
  }
  const [slot] = other.slots;
  if (!slot) return name;
  const at = rangeWords({ from: slot.on, fromPart: slot.part, to: slot.on, toPart: slot.part });
  const executives = [...new Set(slot.holds)].map((id) => plan.names[id]).join(", ");
  const full = t("fullAt", { name, when: at, free: slot.freeMinutes, needed: slot.neededMinutes });
  return executives ? `${full}. ${t("fullHolds", { name, executives })}.` : `${full}.`;
}
