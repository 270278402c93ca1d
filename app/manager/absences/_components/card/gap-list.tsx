import { useTranslations } from "next-intl";
import { useRemedyWords } from "@/components/coverage/use-remedy-words";
import { useRangeWords } from "@/components/time/use-range-words";
import { SlotIcon } from "@/components/ui/layout/badge";
import type { AbsenceCard } from "@/lib/coverage/leave-cover/queries";
import { gapRunsOf } from "@/lib/coverage/leave-cover/rules-card";

type Gap = AbsenceCard["gaps"][number];

/** What stays open, each stretch named, with why and the smallest changes that would close it. */
export function GapList({ card }: { card: AbsenceCard }) {
  const t = useTranslations("board.plan");
  const rangeWords = useRangeWords();
  const nameOf = new Map(card.executives.map((executive) => [executive.executiveId, executive.name]));
  return (
    <ul className="grid gap-2">
      {gapRunsOf(card.gaps).map((run) => {
        const gaps = card.gaps.filter(
          (gap) => gap.executiveId === run.executiveId && run.from <= gap.on && gap.on <= run.to,
        );
        const reasons = [...new Set(gaps.flatMap((gap) => gap.reasons))];
        return (
          <li key={`${run.executiveId} ${run.from} ${run.fromPart}`} className="flex items-start gap-2">
            <SlotIcon mark="gap" className="mt-1 text-gap-ink" />
            <div className="grid min-w-0 text-sm">
              <p className="text-base">
                <span className="font-semibold">{nameOf.get(run.executiveId)}</span>{" "}
                <span className="tnum">{rangeWords(run)}</span>
              </p>
              {reasons.length > 0 && (
                <p className="text-ink-2">{reasons.map((reason) => t(`reasons.${reason}`)).join(" · ")}</p>
              )}
              <Remedies gaps={gaps} names={card.names} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}

const MOST_REMEDIES = 2;

function Remedies({ gaps, names }: { gaps: readonly Gap[]; names: Record<string, string> }) {
  const wordsOf = useRemedyWords(names);
  const words = gaps.flatMap((gap) => (gap.remedies ?? []).map(wordsOf));
  return [...new Set(words)].slice(0, MOST_REMEDIES).map((remedy) => (
    <p key={remedy} className="text-ink-2">
      {remedy}
    </p>
  ));
}
