import { ArrowRightLeft } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { firstNameOf } from "@/components/ui/layout/avatar";
import { cx } from "@/components/ui/layout/cx";
import { Link } from "@/components/ui/layout/link";
import type { WeekDay } from "@/lib/coverage/serving/queries-week";
import type { OwnShift } from "@/lib/schedules/week/queries-own";
import { type Day, dayToDate } from "@/lib/time/day";
import { shortHoursText } from "@/lib/time/hours";
import { isoWeekOf, weekNumber } from "@/lib/time/iso-week";
import { ShiftNote } from "./shift-lines";
import { StandIns } from "./stand-ins";
import { useDayExtentWords } from "./use-day-extent-words";
import { useHoursWords } from "./use-hours-words";
import { type DayExecutive, executivesOn, stateOn } from "./week-days";

type DayListProps = {
  days: readonly WeekDay[];
  shifts: readonly OwnShift[];
  today: Day;
  dutyNames: Record<string, string>;
};

/** Days, a line each on a phone: when, the hours, and who is supported and covered. A new week is named. */
export function DayList({ days, shifts, today, dutyNames }: DayListProps) {
  const t = useTranslations("common.date");
  return (
    <ol>
      {days.map((day, i) => {
        const week = isoWeekOf(day.on);
        const before = days[i - 1];
        return (
          <li key={day.on} aria-current={day.on === today ? "date" : undefined}>
            {before && isoWeekOf(before.on) !== week && (
              <p className="border-b border-hair px-4 pt-4 pb-1 text-xs font-medium text-ink-3 md:px-6">
                {t("week", { week: weekNumber(week) })}
              </p>
            )}
            <DayLine
              day={day}
              shifts={shifts.filter(({ on }) => on === day.on)}
              isToday={day.on === today}
              isPast={day.on < today}
              dutyNames={dutyNames}
            />
          </li>
        );
      })}
    </ol>
  );
}

type DayLineProps = {
  day: WeekDay;
  shifts: readonly OwnShift[];
  isToday: boolean;
  isPast: boolean;
  dutyNames: Record<string, string>;
};

function DayLine({ day, shifts, isToday, isPast, dutyNames }: DayLineProps) {
  const t = useTranslations("week");
  const hoursWords = useHoursWords();
  const state = stateOn(day);
  const people = state === "day_off" ? [] : executivesOn(day);
  return (
    <div
      className={cx(
        "relative grid min-h-11 grid-cols-[3rem_5.9rem_minmax(0,1fr)] items-center gap-x-3 border-b border-hair px-4 py-1 text-sm md:grid-cols-[4rem_6rem_minmax(0,1fr)] md:px-6 print:min-h-8 forced-colors:border-[CanvasText]",
        isToday && "bg-today",
        isPast && "text-ink-3",
      )}
    >
      <DayName day={day} shifts={isPast || state === "away" ? [] : shifts} isToday={isToday} />
      <span
        className={cx(
          "tnum",
          state === "work" || state === "partly_away" ? "whitespace-nowrap" : "text-ink-3 max-md:col-span-2",
        )}
      >
        {state === "away" ? t("away") : hoursWords(day)}
      </span>
      {people.length > 0 && <ShortLine people={people} isPartlyAway={state === "partly_away"} />}
      {people.length > 0 && <FullLine people={people} dutyNames={dutyNames} isPast={isPast} />}
      <ShiftNote shifts={shifts} isRemote={day.isRemote} />
      {day.parts.some((part) => part.coveredByOthers.length > 0) && (
        <div className="col-span-full pb-1 md:col-start-3 md:col-end-4">
          <StandIns day={day} dutyNames={dutyNames} />
        </div>
      )}
    </div>
  );
}

type DayNameProps = { day: WeekDay; shifts: readonly OwnShift[]; isToday: boolean };

/** "Tue 8"; where one has a shift that is not over it leads to giving it away, and all of the line is pressed. */
function DayName({ day, shifts, isToday }: DayNameProps) {
  const t = useTranslations("schedule.mine");
  const format = useFormatter();
  const name = format.dateTime(dayToDate(day.on), { weekday: "short", day: "numeric", timeZone: "UTC" });
  const style = cx("font-semibold whitespace-nowrap", isToday && "text-accent-text");
  const [shift] = shifts;
  if (!shift) return <span className={style}>{name}</span>;
  return (
    <Link
      href={`/assistant/schedule/give?shift=${shift.id}`}
      aria-label={t("give", { shift: `${name}, ${shortHoursText(shift)}` })}
      className={cx(
        style,
        "after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent",
      )}
    >
      {name}
    </Link>
  );
}

/** "2 own, covers Helena, Ulrika". */
function ShortLine({ people, isPartlyAway }: { people: readonly DayExecutive[]; isPartlyAway: boolean }) {
  const t = useTranslations("week.line");
  const format = useFormatter();
  const own = new Set(people.filter((one) => one.kind === "own").map((one) => one.executiveId)).size;
  const covers = [
    ...new Set(people.filter((one) => one.kind === "cover").map((one) => firstNameOf(one.name))),
  ];
  const words = [
    ...(isPartlyAway ? [t("partlyAway")] : []),
    ...(own > 0 ? [t("own", { count: own })] : []),
    ...(covers.length > 0 ? [t("covers", { names: format.list(covers, { type: "unit" }) })] : []),
  ];
  return (
    <span className="truncate text-xs text-ink-3 max-[22.5rem]:col-span-2 max-[22.5rem]:col-start-2 md:hidden print:hidden">
      {words.join(", ")}
    </span>
  );
}

type FullLineProps = { people: readonly DayExecutive[]; dutyNames: Record<string, string>; isPast: boolean };

function FullLine({ people, dutyNames, isPast }: FullLineProps) {
  const t = useTranslations("week");
  const extent = useDayExtentWords(dutyNames);
  return (
    <ul className="flex flex-wrap items-center gap-x-3 gap-y-1 max-md:hidden print:flex">
      {people.map((one) => {
        const amount = one.part === "all" && one.dutyIds.length === 0 ? "" : extent(one);
        return (
          <li
            key={JSON.stringify([one.executiveId, one.part, one.window, one.dutyIds])}
            className={cx(
              "inline-flex min-h-6 items-center gap-1.5",
              one.kind === "cover" && "rounded px-2 font-medium",
              one.kind === "cover" && (isPast ? "bg-cover-past" : "bg-cover-bg text-cover-ink"),
            )}
          >
            {one.kind === "cover" && (
              <>
                <ArrowRightLeft aria-hidden className="size-3.5 shrink-0 text-cover-bar" />
                <span className="sr-only">{t("cover")}: </span>
              </>
            )}
            {one.name}
            {amount && <span className="text-xs font-normal">{amount}</span>}
          </li>
        );
      })}
    </ul>
  );
}
