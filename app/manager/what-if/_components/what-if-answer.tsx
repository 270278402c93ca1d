"use client";
import { useTranslations } from "next-intl";
import { Remedies } from "@/app/_shared/coverage/remedies";
import { useRangeWords } from "@/components/time/use-range-words";
import { SlotBadge } from "@/components/ui/layout/badge";
import { Section } from "@/components/ui/layout/page";
import type { WhatIf } from "@/lib/coverage/what-if/rules-question";
import { Figures } from "./figures";
import { LoadTable } from "./load-table";
import { Moves } from "./moves";

/** Before and after side by side, what it means in a sentence, and for whom. */
export function WhatIfAnswer({ answer }: { answer: WhatIf }) {
  const t = useTranslations("whatIf");
  const more = answer.after.planned.halfDays - answer.before.planned.halfDays;
  const headline = more > 0 ? "finding.worse" : more < 0 ? "finding.better" : "finding.same";
  return (
    <>
      <Section title={t(headline, { count: Math.abs(more) })} className="outline-none">
        <p className="max-w-prose text-sm text-ink-2">{t("explained")}</p>
        <Figures answer={answer} />
      </Section>
      {answer.worsened.length > 0 && <Worsened answer={answer} />}
      {answer.gaps.length > 0 && <Remaining answer={answer} />}
      {answer.moves.length > 0 && <Moves answer={answer} />}
      {answer.load.length > 0 && <LoadTable answer={answer} />}
    </>
  );
}

function Worsened({ answer }: { answer: WhatIf }) {
  const t = useTranslations("whatIf");
  return (
    <Section title={t("worsened", { count: answer.worsened.length })}>
      <ul className="grid gap-1.5 text-sm sm:grid-cols-2 lg:grid-cols-3">
        {answer.worsened.map(({ executiveId, before, after }) => (
          <li key={executiveId} className="flex flex-wrap items-center gap-2">
            <SlotBadge mark="gap">{t("moreGaps", { count: after - before })}</SlotBadge>
            <span className="font-medium">{answer.names[executiveId]}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Remaining({ answer }: { answer: WhatIf }) {
  const t = useTranslations("whatIf");
  const board = useTranslations("board.plan");
  const rangeWords = useRangeWords();
  return (
    <Section title={t("remedies")}>
      <ul className="grid gap-3 text-sm">
        {answer.gaps.map((gap) => (
          <li key={gap.index} className="grid gap-1">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <span className="font-semibold">{answer.names[gap.executiveId]}</span>
              <span className="text-ink-2">
                {rangeWords({ from: gap.on, fromPart: gap.part, to: gap.on, toPart: gap.part })}
              </span>
              <span className="text-ink-2">
                {gap.reasons.map((reason) => board(`reasons.${reason}`)).join(" · ")}
              </span>
            </p>
            <Remedies remedies={gap.remedies ?? []} names={answer.names} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
