import { useTranslations } from "next-intl";
import type { WallchartView } from "@/lib/absences/wallchart/schema";
import type { Day } from "@/lib/time/day";
import { monthOf } from "@/lib/time/month";

const HEIGHT = 18;

type MonthsAwayProps = { view: WallchartView; days: readonly Day[] };

/** How many are away on each day of a year, month by month: as a profile to see, and in words the most of each month. */
export function MonthsAway({ view, days }: MonthsAwayProps) {
  const t = useTranslations("wallchart");
  const most = Math.max(1, ...(view.awayPerDay ?? []));
  return [...new Set(days.map(monthOf))].map((month, i) => {
    const first = days.findIndex((on) => monthOf(on) === month);
    const count = days.filter((on) => monthOf(on) === month).length;
    const away = view.awayPerDay?.slice(first, first + count) ?? [];
    return (
      <th
        key={month}
        scope="col"
        colSpan={count}
        title={view.awayPerDay ? t("mostAway", { count: Math.max(0, ...away) }) : undefined}
        className={`chart-head h-6 align-bottom ${i > 0 ? "border-l border-l-line" : ""}`}
      >
        <svg
          aria-hidden
          viewBox={`0 0 ${count} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="block h-[18px] w-full"
        >
          <path d={profileOf(away, most)} className="fill-own-bar" />
        </svg>
        {view.awayPerDay && <span className="sr-only">{t("mostAway", { count: Math.max(0, ...away) })}</span>}
      </th>
    );
  });
}

function profileOf(away: readonly number[], most: number): string {
  return away
    .map((count, i) => {
      const height = Math.round((HEIGHT * 10 * count) / most) / 10;
      return height > 0 ? `M${i} ${HEIGHT}v-${height}h1v${height}z` : "";
    })
    .join("");
}
