"use client";
import { ArrowRight } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useRangeWords } from "@/components/time/use-range-words";
import type { PlanView } from "@/lib/coverage/plans/queries";
import type { PlannedMove } from "@/lib/coverage/plans/rules-difference";

/** What a plan changes of the cover that stands: how much, who moves, and whose load grows or shrinks. */
export function PlanChanges({ plan }: { plan: PlanView }) {
  const t = useTranslations("board.plan.difference");
  const format = useFormatter();
  const { moves, moved, gained, lost, kept, people } = plan.difference;
  const disturbed = moves.filter((move) => move.fromAssistantId !== null);
  if (kept + moved + lost === 0) return null;
  const minutes = (count: number) => format.number(count, { signDisplay: "exceptZero" });
  return (
    <section className="grid gap-2">
      <h3 className="font-semibold">{t("title")}</h3>
      <p className="text-sm">{t("summary", { moved, gained, lost, kept })}</p>
      {disturbed.length > 0 && (
        <ul className="grid gap-1.5 text-sm">
          {disturbed.map((move) => (
            <MoveRow
              key={`${move.executiveId} ${move.from} ${move.fromPart}`}
              move={move}
              names={plan.names}
            />
          ))}
        </ul>
      )}
      {people.length > 0 && (
        <details>
          <summary className="cursor-default rounded text-xs font-medium text-ink-2 touch:min-h-11 touch:content-center">
            {t("people", { count: people.length })}
          </summary>
          <ul className="tnum mt-1 grid gap-1 text-xs text-ink-2">
            {people.map(({ assistantId, before, after }) => (
              <li key={assistantId} className="flex justify-between gap-3">
                <span>{plan.names[assistantId]}</span>
                <span>{t("minutes", { before, after, change: minutes(after - before) })}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function MoveRow({ move, names }: { move: PlannedMove; names: Record<string, string> }) {
  const t = useTranslations("board.plan.difference");
  const rangeWords = useRangeWords();
  return (
    <li>
      <span className="font-semibold">{names[move.executiveId]}</span>{" "}
      <span className="text-ink-2">{rangeWords(move)}</span>
      <span className="flex flex-wrap items-center gap-x-1.5">
        {names[move.fromAssistantId ?? ""]}
        <ArrowRight aria-label={t("to")} role="img" className="size-3.5 text-ink-2" />
        {move.toAssistantId ? names[move.toAssistantId] : t("nobody")}
      </span>
    </li>
  );
}
