import { useFormatter, useTranslations } from "next-intl";
import { useDayWords, useWeekdayWords } from "@/components/time/use-day-words";
import type { RecurringView } from "@/lib/requests/recurring/schema";

/** What recurs, on which days, and when it is filed next. */
export function RecurringFacts({
  recurring,
  isOfSeveral,
}: {
  recurring: RecurringView;
  isOfSeveral: boolean;
}) {
  const t = useTranslations("requests.recurring");
  const format = useFormatter();
  const dayWords = useDayWords();
  const nameOf = useWeekdayWords();
  const { summary, executiveName, weekdays, monthDay, nextOn, isPaused } = recurring;
  const days = [
    weekdays.length > 0 && t("onWeekdays", { days: format.list(weekdays.map((one) => nameOf(one, "long"))) }),
    monthDay !== null && t("onMonthDay", { day: monthDay }),
  ];
  const next = isPaused ? t("paused") : nextOn ? t("next", { day: dayWords(nextOn) }) : t("ended");
  return (
    <div className="min-w-0">
      <p className="font-medium text-pretty">{summary}</p>
      <p className="text-sm text-ink-2">
        {[isOfSeveral && executiveName, ...days, next].filter(Boolean).join(" · ")}
      </p>
    </div>
  );
}
