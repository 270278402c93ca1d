import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/layout/cx";
import { OPEN_THRESHOLD } from "@/lib/hiring/requisitions/rules-evidence";
import type { EvidenceView } from "@/lib/hiring/requisitions/schema";

const HEIGHT_REM = 10;

/** Open half-days by week, past and to come, with the threshold; the same stands in the table below. */
export function WeekBars({ weeks }: Pick<EvidenceView, "weeks">) {
  const t = useTranslations("hiring.evidence");
  const most = Math.max(OPEN_THRESHOLD + 1, ...weeks.map(({ halfDays }) => halfDays));
  const rem = (value: number) => `${(HEIGHT_REM * value) / most}rem`;
  const now = weeks.findIndex(({ isPast }) => !isPast);
  return (
    <figure className="grid gap-2">
      <div
        aria-hidden
        className="relative flex items-end gap-1 border-b border-line"
        style={{ height: rem(most) }}
      >
        <span
          className="absolute inset-x-0 border-t border-dashed border-ink-3"
          style={{ bottom: rem(OPEN_THRESHOLD) }}
        />
        {weeks.map(({ week, isPast, halfDays }, i) => (
          <span
            key={week}
            className={cx("flex h-full flex-1 items-end", i === now && "border-l-2 border-accent pl-0.5")}
          >
            <span
              className={cx(
                "w-full rounded-t-sm",
                isPast ? "bg-line-2" : "hatch bg-gap-bg ring-1 ring-gap-bar ring-inset",
              )}
              style={{ height: rem(halfDays) }}
            />
          </span>
        ))}
      </div>
      <div aria-hidden className="tnum flex gap-1 text-xs text-ink-2">
        {weeks.map(({ week }, i) => (
          <span key={week} className={cx("flex-1 text-center", i % 2 === 1 && "invisible")}>
            {Number(week.slice(-2))}
          </span>
        ))}
      </div>
      <figcaption className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
        <span className="inline-flex items-center gap-1.5">
          <span className="size-3 rounded-sm bg-line-2" />
          {t("wasOpen")}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <span className="hatch size-3 rounded-sm bg-gap-bg ring-1 ring-gap-bar ring-inset" />
          {t("staysOpen")}
        </span>
        <span>{t("threshold", { count: OPEN_THRESHOLD })}</span>
      </figcaption>
    </figure>
  );
}
