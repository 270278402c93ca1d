"use client";
import { Check, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRangeWords } from "@/components/time/use-range-words";
import { Badge } from "@/components/ui/layout/badge";
import type { GapChange, ShiftEffects } from "@/lib/coverage/publishing/rules";

/** Which executives' half-days become gaps by a publication, or stop being gaps; and whose cover is not there then. */
export function SupportEffects({ opened, closed }: ShiftEffects) {
  const t = useTranslations("schedule.publish");
  if (opened.length + closed.length === 0) return <p className="text-sm text-ink-2">{t("noEffects")}</p>;
  return (
    <section aria-label={t("support")}>
      <h3 className="pb-1 text-xs font-medium text-ink-2">{t("support")}</h3>
      <ul>
        {opened.map((change) => (
          <EffectRow key={`${change.executiveId}${change.on}${change.part}`} change={change} isOpened />
        ))}
        {closed.map((change) => (
          <EffectRow
            key={`${change.executiveId}${change.on}${change.part}`}
            change={change}
            isOpened={false}
          />
        ))}
      </ul>
    </section>
  );
}

function EffectRow({ change, isOpened }: { change: GapChange; isOpened: boolean }) {
  const t = useTranslations("schedule.publish");
  const rangeWords = useRangeWords();
  const range = { from: change.on, fromPart: change.part, to: change.on, toPart: change.part };
  return (
    <li className="grid min-h-11 grid-cols-[6rem_minmax(0,1fr)] items-center gap-3 border-b border-hair text-sm">
      <Badge
        tone={isOpened ? "gap" : "neutral"}
        icon={isOpened ? <TriangleAlert aria-hidden /> : <Check aria-hidden />}
        className="justify-self-start"
      >
        {t(isOpened ? "opened" : "closed")}
      </Badge>
      <span>
        {change.name}, {rangeWords(range)}
        {change.cover && (
          <span className="block text-xs text-ink-2">{t("coverGone", { name: change.cover.name })}</span>
        )}
      </span>
    </li>
  );
}
