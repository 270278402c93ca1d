import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/layout/cx";
import { Link } from "@/components/ui/layout/link";
import type { WeekAhead } from "@/lib/coverage/board/queries-page";
import { addWeeks, type IsoWeek, weekNumber } from "@/lib/time/iso-week";

type WeeksAheadProps = {
  weeks: readonly WeekAhead[];
  shown: IsoWeek;
  /** How many weeks are shown from that one on. */
  span: number;
  hrefOf: (week: IsoWeek) => string;
};

const TALLEST = 12;
const SHORTEST = 3;

/** How the coming weeks stand: a bar for each day, the higher the more half-days are open. */
export function WeeksAhead({ weeks, shown, span, hrefOf }: WeeksAheadProps) {
  const t = useTranslations("board");
  const most = Math.max(1, ...weeks.flatMap(({ days }) => days));
  const last = addWeeks(shown, span - 1);
  return (
    <nav
      aria-label={t("ahead")}
      className="mx-1 hidden h-8 min-w-0 flex-1 flex-wrap overflow-hidden border-l border-line pl-2 min-[1180px]:flex"
    >
      {weeks.map(({ week, open, days }) => (
        <Link
          key={week}
          href={hrefOf(week)}
          aria-current={week >= shown && week <= last ? "true" : undefined}
          aria-label={t("aheadWeek", { week: weekNumber(week), gaps: open })}
          className={cx(
            "grid h-8 w-15 grid-rows-[16px_12px] gap-y-px rounded-md px-1.5 pt-px hover:bg-hover",
            week >= shown && week <= last && "bg-sunken",
          )}
        >
          <span aria-hidden className="tnum flex justify-between gap-1 text-xs whitespace-nowrap text-ink-3">
            <span className={cx(week === shown && "font-semibold text-ink")}>
              {t("weekShort", { week: weekNumber(week) })}
            </span>
            <span className={open > 0 ? "font-semibold text-gap-ink" : undefined}>{open}</span>
          </span>
          <span aria-hidden className="flex h-3 items-end gap-0.5">
            {days.map((count, day) => (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: the days of a week, in order
                key={day}
                className={cx("flex-1 rounded-[1px]", count > 0 ? "bg-gap-bar" : "bg-line")}
                style={{ height: count > 0 ? SHORTEST + ((TALLEST - SHORTEST) * count) / most : 2 }}
              />
            ))}
          </span>
        </Link>
      ))}
    </nav>
  );
}
