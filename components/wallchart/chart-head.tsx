import { useFormatter, useTranslations } from "next-intl";
import { cx } from "@/components/ui/layout/cx";
import type { WallchartView } from "@/lib/absences/wallchart/schema";
import { type Day, day, daysFrom, dayToDate, weekdayOf } from "@/lib/time/day";
import { isoWeekOf, weekNumber } from "@/lib/time/iso-week";
import { monthOf } from "@/lib/time/month";
import { MonthsAway } from "./months-away";

type ChartHeadProps = { view: WallchartView; hasFigures: boolean; total: number };

/** Months and weeks over the days shown, with how many are away on each; of a year its months. */
export function ChartHead({ view, hasFigures, total }: ChartHeadProps) {
  const t = useTranslations("wallchart");
  const days = daysFrom(day(view.from), day(view.to));
  const rows = view.view === "six" ? 3 : 2;
  const corner = (
    <th
      scope="col"
      rowSpan={rows}
      className="chart-head sticky left-0 z-30 border-r border-r-line px-4 text-left align-bottom print:static print:pl-0"
    >
      <span className="flex items-baseline justify-between gap-2 pb-2.5">
        <span className="font-medium">{t("column.name")}</span>
        <span className="tnum text-ink-3">{t("figure", { days: total })}</span>
      </span>
    </th>
  );
  const figures = hasFigures && (
    <th scope="col" rowSpan={rows} className="chart-head px-4 pb-2.5 text-right align-bottom font-medium">
      {t("column.days")}
    </th>
  );
  return (
    <thead className="sticky top-0 z-20 print:static">
      <tr>
        {corner}
        {view.view === "month" ? <Weeks days={days} /> : <Months days={days} isYear={view.view === "year"} />}
        {figures}
      </tr>
      {view.view === "six" && (
        <tr>
          <Weeks days={days} />
        </tr>
      )}
      <tr>
        {view.view === "year" ? <MonthsAway view={view} days={days} /> : <Days view={view} days={days} />}
      </tr>
    </thead>
  );
}

function Months({ days, isYear }: { days: readonly Day[]; isYear: boolean }) {
  const format = useFormatter();
  const words = isYear ? ({ month: "short" } as const) : ({ month: "long", year: "numeric" } as const);
  return groupedBy(days, monthOf).map(([month, count], i) => (
    <th
      key={month}
      scope="col"
      colSpan={count}
      className={cx(
        "chart-head h-6 overflow-hidden border-b-0 px-1.5 text-left font-medium whitespace-nowrap text-ink first-letter:uppercase",
        i > 0 && "border-l border-l-line",
      )}
    >
      {/* A month of which a few days are left has no room for its name. */}
      {count > 4 && format.dateTime(dayToDate(day(`${month}-01`)), { ...words, timeZone: "UTC" })}
    </th>
  ));
}

function Weeks({ days }: { days: readonly Day[] }) {
  const t = useTranslations("wallchart");
  return groupedBy(days, isoWeekOf).map(([week, count], i) => (
    <th
      key={week}
      scope="col"
      colSpan={count}
      className={cx(
        "chart-head h-5 border-b-0 px-1.5 text-left text-ink-3",
        i > 0 && "border-l border-l-line",
      )}
    >
      {count > 1 && t("week", { week: weekNumber(week) })}
    </th>
  ));
}

function groupedBy<K extends string>(days: readonly Day[], keyOf: (on: Day) => K): [K, number][] {
  const counts = new Map<K, number>();
  for (const on of days) counts.set(keyOf(on), (counts.get(keyOf(on)) ?? 0) + 1);
  return [...counts];
}

function Days({ view, days }: { view: WallchartView; days: readonly Day[] }) {
  const t = useTranslations("wallchart");
  const format = useFormatter();
  const today = view.pools[0]?.today ?? "";
  return days.map((on, i) => {
    const names = daysOffOn(view, on);
    const away = view.awayPerDay?.[i] ?? 0;
    const date = dayToDate(on);
    const isOff = weekdayOf(on) > 5 || names !== "";
    return (
      <th
        key={on}
        scope="col"
        title={names || undefined}
        aria-current={on === today ? "date" : undefined}
        className={cx("chart-head chart-head-day", groundOfDay(on, today, names !== ""))}
      >
        <span aria-hidden className="grid leading-[13px]">
          <span className={cx("text-[11px]", isOff && "text-ink-3")}>
            {format.dateTime(date, { weekday: "narrow", timeZone: "UTC" })}
          </span>
          <span
            className={cx(
              "tnum mx-auto min-w-5 rounded-full px-0.5 text-xs font-medium",
              on === today ? "bg-accent text-accent-ink" : isOff || on < today ? "text-ink-3" : "text-ink",
            )}
          >
            {Number(on.slice(8))}
          </span>
          <span className="tnum h-[13px] text-[11px]">{away || ""}</span>
        </span>
        <span className="sr-only">
          {format.dateTime(date, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" })}
          {names && `, ${names}`}
          {view.awayPerDay && `, ${t("awayCount", { count: away })}`}
        </span>
      </th>
    );
  });
}

function groundOfDay(on: Day, today: string, isDayOff: boolean): string {
  if (on === today) return "bg-today";
  if (isDayOff) return "bg-sunken";
  return weekdayOf(on) > 5 ? "bg-canvas" : on < today ? "bg-past" : "";
}

function daysOffOn(view: WallchartView, on: Day): string {
  const off = view.pools.flatMap((pool) => pool.daysOff.filter((one) => one.on === on));
  return [...new Set(off.map((one) => one.name))].join(", ");
}
