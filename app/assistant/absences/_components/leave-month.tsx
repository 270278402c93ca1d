import { TreePalm, TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { cx } from "@/components/ui/layout/cx";
import { Link } from "@/components/ui/layout/link";
import { addDays, type DayRange, day as dayOf, dayToDate } from "@/lib/time/day";
import { weekNumber } from "@/lib/time/iso-week";
import type { PreviewDay, PreviewWeek } from "../preview-months";
import { useUncoveredWords } from "./use-uncovered-words";

const A_MONDAY = dayOf("2026-08-17");
const WEEKDAYS = [1, 2, 3, 4, 5];
const ALL_DAYS = [...WEEKDAYS, 6, 7];

type LeaveMonthProps = {
  name: string;
  weeks: PreviewWeek[];
  hasWeekends: boolean;
  chosen: DayRange | null;
  className?: string | undefined;
};

/** One month as weeks and days; each day and week that can be taken as leave is a link that chooses it. */
export function LeaveMonth({ name, weeks, hasWeekends, chosen, className }: LeaveMonthProps) {
  const t = useTranslations("absences.leavePreview");
  const format = useFormatter();
  const weekdays = hasWeekends ? ALL_DAYS : WEEKDAYS;
  const weekdayName = (weekday: number) =>
    format.dateTime(dayToDate(addDays(A_MONDAY, weekday - 1)), { weekday: "short", timeZone: "UTC" });
  const daysOff = weeks.flatMap(({ days }) => [...days.values()]).filter((day) => day.holiday !== null);
  return (
    <div className={cx("grid content-start gap-1", className)}>
      <table className="tnum w-full table-fixed border-separate border-spacing-0.5 text-sm">
        <caption className="pb-1 text-left font-semibold first-letter:uppercase">{name}</caption>
        <thead>
          <tr className="text-xs text-ink-2">
            <th scope="col" className="text-left font-medium">
              {t("week")}
            </th>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col" className="font-medium">
                {weekdayName(weekday)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.week}>
              <WeekCell week={week} chosen={chosen} />
              {weekdays.map((weekday) => (
                <DayCell key={weekday} day={week.days.get(weekday)} chosen={chosen} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {daysOff.length > 0 && (
        <p className="text-xs text-ink-2">
          {daysOff.map(({ on, holiday }) => `${Number(on.slice(8))} ${holiday}`).join(" · ")}
        </p>
      )}
    </div>
  );
}

const cellStyle =
  "flex h-11 w-full flex-col items-center justify-center rounded-md border text-sm leading-tight";

function WeekCell({ week: { week, leave }, chosen }: { week: PreviewWeek; chosen: DayRange | null }) {
  const t = useTranslations("absences.leavePreview");
  const label = t("weekShort", { week: weekNumber(week) });
  return (
    <th scope="row" className="p-0 text-left font-normal">
      {leave ? (
        <Link
          href={`?from=${leave.from}&to=${leave.to}`}
          scroll={false}
          aria-label={t("takeWeek", { week: weekNumber(week) })}
          aria-current={isSame(leave, chosen) ? "true" : undefined}
          className="flex h-11 items-center rounded-md px-1 text-xs text-accent hover:underline aria-[current]:font-semibold"
        >
          {label}
        </Link>
      ) : (
        <span className="px-1 text-xs text-ink-2">{label}</span>
      )}
    </th>
  );
}

function DayCell({ day, chosen }: { day: PreviewDay | undefined; chosen: DayRange | null }) {
  const t = useTranslations("absences.leavePreview");
  const words = useUncoveredWords();
  if (!day) return <td aria-hidden className="p-0" />;
  const number = Number(day.on.slice(8));
  if (day.state !== "work") {
    const why = day.state === "day_off" ? (day.holiday ?? t("state.day_off")) : t(`state.${day.state}`);
    return (
      <td className="p-0">
        <span title={why} className={cx(cellStyle, "border-transparent text-ink-2")}>
          {number}
          {day.state === "away" ? <TreePalm aria-hidden className="size-3.5" /> : <span aria-hidden>–</span>}
          <span className="sr-only">{why}</span>
        </span>
      </td>
    );
  }
  const isGap = day.uncovered.length > 0;
  const isChosen = chosen !== null && chosen.from <= day.on && day.on <= chosen.to;
  return (
    <td className="p-0">
      <Link
        href={`?from=${day.on}&to=${day.on}`}
        scroll={false}
        aria-label={words.dayLabel(day)}
        aria-current={isChosen ? "true" : undefined}
        className={cx(
          cellStyle,
          isGap
            ? "border-gap-bg bg-gap-bg font-semibold text-gap-ink hatch"
            : "border-line hover:border-line-2",
          isChosen && "outline-2 -outline-offset-2 outline-accent",
        )}
      >
        {number}
        {isGap && <TriangleAlert aria-hidden className="size-3.5" />}
      </Link>
    </td>
  );
}

function isSame(a: DayRange, b: DayRange | null): boolean {
  return a.from === b?.from && a.to === b.to;
}
