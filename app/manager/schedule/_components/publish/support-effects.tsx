"use client";
import { Check, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRangeWords } from "@/components/time/use-range-words";
import { segmentedStyle, segmentStyle } from "@/components/ui/forms/segment-style";
import { Badge } from "@/components/ui/layout/badge";
import type { ShiftEffects } from "@/lib/coverage/publishing/rules";
import type { BrokenCover, CoverDecision, GapChange } from "@/lib/coverage/publishing/rules-decisions";

type Decision = CoverDecision["decision"];
/** What is decided of the covers that break, by cover and half-day. */
export type Decisions = Readonly<Record<string, CoverDecision>>;

type SupportEffectsProps = ShiftEffects & {
  decisions: Decisions;
  onDecide: (decision: CoverDecision) => void;
};

/** Under which a decision of a cover in a half-day is kept. */
export function decisionKey(coverId: string, { on, part }: Pick<GapChange, "on" | "part">): string {
  return `${coverId} ${on} ${part}`;
}

/** Which executives' half-days become gaps by a publication, or stop being gaps; a cover that breaks is kept or released. */
export function SupportEffects({ opened, closed, decisions, onDecide }: SupportEffectsProps) {
  const t = useTranslations("schedule.publish");
  if (opened.length + closed.length === 0) return <p className="text-sm text-ink-2">{t("noEffects")}</p>;
  return (
    <section aria-label={t("support")}>
      <h3 className="pb-1 text-xs font-medium text-ink-2">{t("support")}</h3>
      <ul>
        {opened.map((change) => (
          <EffectRow
            key={`${change.executiveId}${change.on}${change.part}`}
            {...{ change, decisions, onDecide }}
            isOpened
          />
        ))}
        {closed.map((change) => (
          <EffectRow
            key={`${change.executiveId}${change.on}${change.part}`}
            {...{ change, decisions, onDecide }}
            isOpened={false}
          />
        ))}
      </ul>
    </section>
  );
}

type EffectRowProps = Pick<SupportEffectsProps, "decisions" | "onDecide"> & {
  change: GapChange;
  isOpened: boolean;
};

function EffectRow({ change, isOpened, decisions, onDecide }: EffectRowProps) {
  const t = useTranslations("schedule.publish");
  const rangeWords = useRangeWords();
  const range = rangeWords({ from: change.on, fromPart: change.part, to: change.on, toPart: change.part });
  return (
    <li className="grid min-h-11 grid-cols-[6rem_minmax(0,1fr)] items-center gap-3 border-b border-hair py-1 text-sm">
      <Badge
        tone={isOpened ? "gap" : "neutral"}
        icon={isOpened ? <TriangleAlert aria-hidden /> : <Check aria-hidden />}
        className="justify-self-start"
      >
        {t(isOpened ? "opened" : "closed")}
      </Badge>
      <div className="grid gap-1">
        <span>
          {change.name}, {range}
        </span>
        {change.covers.map((cover) => (
          <CoverChoice
            key={cover.id}
            cover={cover}
            label={t("coverOf", { name: cover.name, executive: change.name, range })}
            chosen={decisions[decisionKey(cover.id, change)]?.decision}
            onChoose={(decision) =>
              onDecide({ coverId: cover.id, on: change.on, part: change.part, decision })
            }
          />
        ))}
      </div>
    </li>
  );
}

type CoverChoiceProps = {
  cover: BrokenCover;
  label: string;
  chosen: Decision | undefined;
  onChoose: (decision: Decision) => void;
};

function CoverChoice({ cover, label, chosen, onChoose }: CoverChoiceProps) {
  const t = useTranslations("schedule.publish");
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <span className="text-xs text-ink-2">{t("coverGone", { name: cover.name })}</span>
      <fieldset className={segmentedStyle}>
        <legend className="sr-only">{label}</legend>
        {(["keep", "release"] as const).map((decision) => (
          <button
            key={decision}
            type="button"
            aria-pressed={chosen === decision}
            onClick={() => onChoose(decision)}
            className={segmentStyle}
          >
            {t(decision)}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
