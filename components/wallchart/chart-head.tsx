import { useFormatter, useTranslations } from "next-intl";
import { cx } from "@/components/ui/layout/cx";
import type { WallchartView } from "@/lib/absences/wallchart/schema";
import { day, daysFrom, dayToDate, weekdayOf } from "@/lib/time/day";
import { monthOf } from "@/lib/time/month";

type ChartHeadProps = { view: WallchartView; hasFigures: boolean };

const head = "sticky top-0 z-20 border-b border-line bg-surface text-xs font-medium text-ink-2 print:static";

/** The line of days of a month, or of months of a year, with how many are away on each. */
export function ChartHead({ view, hasFigures }: ChartHeadProps) {
  const t = useTranslations("wallchart");
  const days = daysFrom(day(view.from), day(view.to));
  return (
    <thead>
      <tr>
        <th scope="col" className={cx(head, "left-0 z-30 h-10 px-2 text-left")}>
          {t("column.name")}
        </th>
        {view.view === "month" ? <Days view={view} /> : <Months days={days} />}
        {hasFigures && (
          <th scope="col" className={cx(head, "px-2 text-right")}>
            {t("column.days")}
          </th>
        )}
      </tr>
    </thead>
  );
}

function Days({ view }: { view: WallchartView }) {
  const t = useTranslations("wallchart");
  const format = useFormatter();
  const today = view.pools[0]?.today;
  return daysFrom(day(view.from), day(view.to)).map((on, i) => {
    const off = view.pools
      .flatMap((pool) => pool.daysOff.filter((one) => one.on === on))
      .map((one) => one.name);
    const names = [...new Set(off)].join(", ");
    const away = view.awayPerDay?.[i] ?? 0;
    const date = dayToDate(on);
    return (
      <th
        key={on}
        scope="col"
        title={names || undefined}
        className={cx(
          head,
          "h-10 p-0 text-center font-normal",
          weekdayOf(on) > 5 && "bg-sunken",
          names && "bg-line",
        )}
      >
        <span aria-hidden className="grid leading-[13px]">
          <span className="text-[11px]">{format.dateTime(date, { weekday: "narrow", timeZone: "UTC" })}</span>
          <span
            className={cx(
              "tnum mx-auto min-w-5 rounded-full text-xs font-medium text-ink",
              on === today && "bg-accent text-accent-ink",
            )}
          >
            {Number(on.slice(8))}
          </span>
          <span className="tnum h-[13px] text-[11px] text-ink-2">{away || ""}</span>
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

function Months({ days }: { days: ReturnType<typeof daysFrom> }) {
  const format = useFormatter();
  const months = [...new Set(days.map(monthOf))];
  return months.map((month) => (
    <th
      key={month}
      scope="col"
      colSpan={days.filter((on) => monthOf(on) === month).length}
      className={cx(head, "border-l border-l-line px-1 text-left capitalize")}
    >
      {format.dateTime(dayToDate(day(`${month}-01`)), { month: "short", timeZone: "UTC" })}
    </th>
  ));
}
