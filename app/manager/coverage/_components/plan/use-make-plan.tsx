"use client";
import { CalendarRange, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import * as actions from "@/app/manager/coverage/actions";
import { attempt } from "@/components/refusals/attempt";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import type { MenuEntry } from "@/components/ui/overlays/menu-popover";
import { notifyFault } from "@/components/ui/overlays/toast";
import type { Day } from "@/lib/time/day";

type MakePlanProps = { poolId: string; planning: { from: Day; to: Day; sixWeeksTo: Day } | null };

/** The ways to plan the days shown, six weeks, or all anew; while one is under way no other begins. */
export function useMakePlan({ poolId, planning }: MakePlanProps) {
  const t = useTranslations("board.plan");
  const refusals = useRefusalWords();
  const [isPlanning, start] = useTransition();

  function make(to: Day | undefined, mode: "repair" | "optimise") {
    if (!planning || !to || isPlanning) return;
    start(async () => {
      const answer = await attempt(() => actions.propose({ poolId, from: planning.from, to, mode }));
      if (!answer.ok) notifyFault(refusals(answer));
    });
  }

  const plans: MenuEntry[] = planning
    ? [
        {
          id: "six",
          label: t("sixWeeks"),
          description: t("sixWeeksHint"),
          icon: <CalendarRange aria-hidden />,
          onAction: () => make(planning.sixWeeksTo, "repair"),
        },
        {
          id: "anew",
          label: t("optimise"),
          description: t("optimiseHint"),
          icon: <RotateCcw aria-hidden />,
          onAction: () => make(planning.to, "optimise"),
        },
      ]
    : [];
  return { plans, isPlanning, planShown: () => make(planning?.to, "repair") };
}
