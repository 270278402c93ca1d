"use client";
import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDaysWords } from "@/components/time/use-days-words";
import type { PlanView } from "@/lib/coverage/plans/queries";
import { addDays, daysFrom } from "@/lib/time/day";
import { type IsoWeek, isoWeekOf, mondayOf, weekNumber } from "@/lib/time/iso-week";

/** A plan of more than a week, week by week: how many half-days are open now and with it. */
export function PlanWeeks({ view }: { view: PlanView }) {
  const t = useTranslations("board");
  const daysWords = useDaysWords();
  const open = new Map(view.difference.open.map((one) => [one.week, one]));
  const weeks = weeksOf(view).map((week) => open.get(week) ?? { week, before: 0, after: 0 });
  const most = Math.max(1, ...weeks.map(({ before }) => before));
  if (weeks.length < 2) return null;
  return (
    <section>
      <h3 className="flex pb-1 text-xs font-medium text-ink-3">
        <span className="flex-1">{t("plan.weeks.title")}</span>
        <span className="font-normal">{t("plan.weeks.columns")}</span>
      </h3>
      <ul>
        {weeks.map(({ week, before, after }) => {
          const monday = mondayOf(week);
          const days = daysWords(monday, addDays(monday, 4));
          return (
            <li
              key={week}
              className="grid min-h-11 grid-cols-[92px_1fr_auto] items-center gap-3 border-b border-hair text-sm"
            >
              <span>
                <span className="block font-medium">{t("weekShort", { week: weekNumber(week) })}</span>
                <span className="block text-xs text-ink-3">{days}</span>
              </span>
              <span aria-hidden className="grid gap-[3px]">
                <span
                  className="hatch-strong h-2 rounded-xs"
                  style={{ width: `${(100 * before) / most}%` }}
                />
                <span className="flex h-2" style={{ width: `${(100 * before) / most}%` }}>
                  <span className="hatch-strong rounded-l-xs" style={{ flexGrow: after }} />
                  <span
                    className="rounded-xs border border-plan-bar bg-plan-bg"
                    style={{ flexGrow: before - after }}
                    hidden={before === after}
                  />
                </span>
              </span>
              <span className="tnum flex items-center gap-1 text-ink-2">
                {before}
                <ArrowRight aria-label={t("plan.difference.to")} role="img" className="size-3" />
                <span className="min-w-3 text-right font-semibold text-ink">{after}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function weeksOf({ from, to }: PlanView): IsoWeek[] {
  return [...new Set(daysFrom(from, to).map(isoWeekOf))];
}
