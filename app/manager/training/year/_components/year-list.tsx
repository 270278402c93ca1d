import { useFormatter, useTranslations } from "next-intl";
import { useAmountWords } from "@/components/time/use-amount-words";
import { useDayWords } from "@/components/time/use-day-words";
import { Link } from "@/components/ui/layout/link";
import type { YearPlanView } from "@/lib/training/year/schema";

/** The sessions of a month: how many go, the hours that takes, and what it costs. */
export function YearList({ sessions }: { sessions: YearPlanView["sessions"] }) {
  const t = useTranslations("training.year");
  const format = useFormatter();
  const dayWords = useDayWords();
  const amountWords = useAmountWords();
  return (
    <ul>
      {sessions.map(({ id, course, firstOn, held, capacity, minutes, cost, currency, isCancelled }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-4 border-b border-hair py-2 text-sm">
          <span className="w-28">{dayWords(firstOn)}</span>
          <Link href={`/manager/training/sessions/${id}`} className="min-w-40 flex-1 font-medium">
            {course}
          </Link>
          <span className="tnum text-ink-2">
            {isCancelled
              ? t("cancelled")
              : [
                  t("seats", { held, capacity }),
                  amountWords(minutes, "minutes"),
                  format.number(cost / 100, { style: "currency", currency }),
                ].join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
