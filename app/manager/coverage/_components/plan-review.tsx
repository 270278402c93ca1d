"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { SlotBadge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import type { PlanView } from "@/lib/coverage/plan-queries";
import type { PlannedCover, PlannedGap, WhyNot } from "@/lib/coverage/rules/plan-view";
import { reviewPlan } from "../actions";
import type { Names } from "./board-context";
import { useExtentWords, useRuleWords, useWhen } from "./words";

type PlanReviewProps = { planId: string; names: Names; onAccept: () => void };

/** The whole plan in a sheet: who goes where, why, why not the others, and what stays open. */
export function PlanReview({ planId, names, onAccept }: PlanReviewProps) {
  const t = useTranslations("board.plan");
  return (
    <Sheet
      title={t("review")}
      trigger={<Button className="border-plan-bar bg-plan-bg text-plan-ink">{t("review")}</Button>}
      footer={(close) => (
        <Button
          variant="primary"
          onPress={() => {
            close();
            onAccept();
          }}
        >
          {t("accept")}
        </Button>
      )}
    >
      <PlanDetails planId={planId} names={names} />
    </Sheet>
  );
}

function PlanDetails({ planId, names }: { planId: string; names: Names }) {
  const t = useTranslations("board");
  const [plan, setPlan] = useState<PlanView | "loading" | "failed">("loading");
  useEffect(() => {
    let isCurrent = true;
    reviewPlan({ id: planId })
      .then((answer) => isCurrent && setPlan(answer.ok ? answer.value : "failed"))
      .catch(() => isCurrent && setPlan("failed"));
    return () => {
      isCurrent = false;
    };
  }, [planId]);
  if (plan === "loading") return <Skeleton className="h-40" />;
  if (plan === "failed") return <p role="alert">{t("refusals.unknown")}</p>;
  const changes = plan.assignments.filter((cover) => cover.isChange);
  return (
    <div className="grid gap-5">
      <p className="tnum text-sm text-ink-2">
        {t("plan.score", { uncovered: plan.score.uncoveredWeight, quality: plan.score.quality })}
      </p>
      {plan.uncovered.length > 0 && (
        <section className="grid gap-2">
          <h3 className="font-semibold">{t("plan.open")}</h3>
          <ul className="grid gap-3">
            {plan.uncovered.map((gap) => (
              <GapRow
                key={JSON.stringify([gap.executiveId, gap.on, gap.part, gap.window, gap.dutyIds])}
                gap={gap}
                plan={plan}
                dutyNames={names.duties}
              />
            ))}
          </ul>
        </section>
      )}
      <section className="grid gap-2">
        <h3 className="font-semibold">{t("plan.covers")}</h3>
        <ul className="grid">
          {changes.map((cover) => (
            <CoverRow
              key={JSON.stringify([
                cover.executiveId,
                cover.from,
                cover.fromPart,
                cover.window,
                cover.dutyIds,
              ])}
              cover={cover}
              plan={plan}
              names={names}
            />
          ))}
        </ul>
      </section>
    </div>
  );
}

type CoverRowProps = { cover: PlannedCover; plan: PlanView; names: Names };

function CoverRow({ cover, plan, names }: CoverRowProps) {
  const t = useTranslations("board.plan");
  const when = useWhen();
  const extent = useExtentWords(names.duties);
  return (
    <li className="grid gap-1 border-b border-line py-2.5 text-sm">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold">{plan.names[cover.executiveId]}</span>
        <span className="text-ink-2">{[when.short(cover), ...extent(cover)].join(" · ")}</span>
      </p>
      <p>
        <SlotBadge mark="plan">{plan.names[cover.assistantId]}</SlotBadge>
      </p>
      {cover.parts && <p className="tnum text-xs text-ink-2">{t("parts", cover.parts)}</p>}
      {cover.others.length > 0 && (
        <details>
          <summary className="cursor-default rounded text-xs font-medium text-ink-2 touch:min-h-11 touch:content-center">
            {t("whyNot", { count: cover.others.length })}
          </summary>
          <ul className="mt-1 grid gap-1 text-xs text-ink-2">
            {cover.others.map((other) => (
              <li key={other.assistantId}>
                <WhyNotWords other={other} plan={plan} names={names} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function WhyNotWords({ other, plan, names }: { other: WhyNot; plan: PlanView; names: Names }) {
  const t = useTranslations("board.plan");
  const when = useWhen();
  const wordsOf = useRuleWords(names.duties);
  const name = plan.names[other.assistantId] ?? "";
  if (other.verdict === "ineligible") return `${name}: ${other.rules.map(wordsOf).join(" · ")}`;
  if (other.verdict === "worse") {
    return other.by.uncoveredWeight > 0
      ? t("worseOpen", { name })
      : t("worse", { name, quality: other.by.quality });
  }
  const [slot] = other.slots;
  if (!slot) return name;
  const at = when.short({ from: slot.on, fromPart: slot.part, to: slot.on, toPart: slot.part });
  const desks = [...new Set(slot.holds)].map((id) => plan.names[id]).join(", ");
  const full = t("fullAt", { name, when: at, free: slot.freeMinutes, needed: slot.neededMinutes });
  return desks ? `${full}. ${t("fullHolds", { name, desks })}.` : `${full}.`;
}

type GapRowProps = { gap: PlannedGap; plan: PlanView; dutyNames: Record<string, string> };

function GapRow({ gap, plan, dutyNames }: GapRowProps) {
  const t = useTranslations("board");
  const when = useWhen();
  const extent = useExtentWords(dutyNames);
  const names = plan.names;
  const at = when.short({ from: gap.on, fromPart: gap.part, to: gap.on, toPart: gap.part });
  return (
    <li className="grid gap-1 text-sm">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <SlotBadge mark="gap">{t("status.gap")}</SlotBadge>
        <span className="font-semibold">{names[gap.executiveId]}</span>
        <span className="text-ink-2">{[at, ...extent(gap)].join(" · ")}</span>
      </p>
      <p className="text-ink-2">{gap.reasons.map((reason) => t(`plan.reasons.${reason}`)).join(" · ")}</p>
      <ul className="list-disc pl-5 text-ink-2">
        {gap.remedies.map((remedy) => (
          <li key={JSON.stringify(remedy)}>
            {remedy.code === "move_executive"
              ? t("plan.remedy.move_executive", {
                  executive: names[remedy.executiveId] ?? "",
                  from: names[remedy.fromAssistantId] ?? "",
                  to: names[remedy.toAssistantId] ?? "",
                })
              : t(`plan.remedy.${remedy.code}`, {
                  name: names[remedy.assistantId] ?? "",
                  minutes: remedy.minutes,
                })}
          </li>
        ))}
      </ul>
    </li>
  );
}
