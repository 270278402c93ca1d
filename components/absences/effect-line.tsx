import { ArrowRightLeft, Check, CircleDashed, Minus, Sparkles, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { LeaveEffect } from "@/lib/coverage/leave-cover/rules-effects";

const MARKS = {
  nobody: [Check, ""],
  called_off: [Check, ""],
  over: [Minus, "text-ink-2"],
  later: [Minus, "text-ink-2"],
  can_be_covered: [Sparkles, "text-plan-ink"],
  may_stay_open: [TriangleAlert, "font-semibold text-gap-ink"],
  covered: [ArrowRightLeft, "text-cover-ink"],
  asked: [CircleDashed, "text-cover-ink"],
  open: [TriangleAlert, "font-semibold text-gap-ink"],
  accepted: [Minus, ""],
} as const;

/** What an absence does to executives, in words with their mark, and whom it hits below. */
export function EffectLine({ effect }: { effect: LeaveEffect }) {
  const t = useTranslations("absences.effect");
  const [Icon, ink] = MARKS[effect.kind];
  const more = useMore(effect);
  return (
    <>
      <span className={`row-mark ${ink}`}>
        <Icon aria-hidden className="size-3.5" />
        <span className="truncate">
          {t(effect.kind, { halfDays: "halfDays" in effect ? effect.halfDays : 0 })}
        </span>
      </span>
      {more && <span className="row-meta">{more}</span>}
    </>
  );
}

function useMore(effect: LeaveEffect): string | null {
  const t = useTranslations("absences.effect");
  if (effect.kind === "called_off") return t("ending", { covers: effect.covers });
  if (effect.kind === "later") return t("lookLater");
  if (!("executives" in effect)) return null;
  const { executives, halfDays } = effect;
  const isAsked = effect.kind === "can_be_covered" || effect.kind === "may_stay_open";
  return isAsked ? t("hitsHalfDays", { executives, halfDays }) : t("hits", { executives });
}
