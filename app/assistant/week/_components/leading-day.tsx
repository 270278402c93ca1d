import { useFormatter, useTranslations } from "next-intl";
import { useDayWords } from "@/components/time/use-day-words";
import type { AssistantWeek, WeekDay } from "@/lib/coverage/serving/queries-week";
import { hoursText } from "@/lib/time/hours";
import { DayBar } from "./day-bar";
import { ShiftFacts } from "./shift-lines";
import { StandIns } from "./stand-ins";
import { useHoursWords } from "./use-hours-words";
import { stateOn } from "./week-days";

/** Today, or the next day that is worked: the hours large, and what is particular about them. */
export function LeadingDay({ day, mine }: { day: WeekDay; mine: AssistantWeek }) {
  const t = useTranslations("week");
  const format = useFormatter();
  const dayWords = useDayWords();
  const hoursWords = useHoursWords();
  const isToday = day.on === mine.today;
  const state = stateOn(day);
  const away = day.parts.flatMap((part) =>
    part.state === "away" ? [t(part.part)] : part.awayHours.map(hoursText),
  );
  return (
    <section
      aria-labelledby="leading"
      aria-current={isToday ? "date" : undefined}
      className="grid px-4 pt-4 md:px-6 md:pt-5"
    >
      <h2 id="leading" className="text-xs font-semibold text-accent-text">
        {isToday && <span data-today-only>{t("today")}, </span>}
        {dayWords(day.on)}
      </h2>
      <p className="text-[1.75rem] leading-9 font-semibold tracking-tight">
        {state === "away" ? t("away") : hoursWords(day)}
      </p>
      <ShiftFacts shifts={mine.shifts.filter(({ on }) => on === day.on)} isRemote={day.isRemote} />
      {state === "partly_away" && (
        <p className="text-sm text-ink-2">{t("awayHours", { hours: format.list(away, { type: "unit" }) })}</p>
      )}
      {state !== "away" && (
        <DayBar
          day={day}
          shifts={mine.shifts.filter(({ on }) => on === day.on)}
          minute={isToday ? mine.minute : null}
        />
      )}
      <StandIns day={day} dutyNames={mine.dutyNames} />
    </section>
  );
}
