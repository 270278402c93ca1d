import { useTranslations } from "next-intl";
import { useWeekdayWords } from "@/components/time/use-day-words";
import { clockText } from "@/lib/time/hours";

const WORKDAYS = "1,2,3,4,5";
const LAST_OF_MONTH = 31;

/** When something recurs: "Mon, Thu, 08:30", "15th of each month". */
export function useRecurrenceWords() {
  const t = useTranslations("handovers.when");
  const nameOf = useWeekdayWords();
  return ({
    weekdays,
    monthDay,
    minute,
  }: {
    weekdays: number[];
    monthDay: number | null;
    minute: number | null;
  }) => {
    const when =
      monthDay === LAST_OF_MONTH
        ? t("monthEnd")
        : monthDay !== null
          ? t("monthly", { day: monthDay })
          : weekdays.join() === WORKDAYS
            ? t("everyWorkday")
            : weekdays.map((weekday) => nameOf(weekday)).join(", ");
    return minute === null ? when : t("at", { when, time: clockText(minute) });
  };
}
