import { ArrowRightLeft } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { WallchartView } from "@/lib/absences/wallchart/schema";
import { day, dayToDate } from "@/lib/time/day";

/** What the marks of a wallchart mean, and which days off fall in it. */
export function ChartLegend({ view, hasCovers }: { view: WallchartView; hasCovers: boolean }) {
  const t = useTranslations("wallchart.legend");
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-1 text-xs text-ink-2 max-md:hidden print:grid">
      <ul aria-label={t("label")} className="flex flex-wrap gap-x-4 gap-y-1">
        <Mark words={t("approved")}>
          <span className="w-6 rounded-[3px] border border-own-bar bg-own-bg print:border-black print:bg-[#ddd]" />
        </Mark>
        <Mark words={t("asked")}>
          <span className="w-6 rounded-[3px] border border-dashed border-plan-bar bg-plan-bg text-center text-plan-ink print:border-black print:bg-white print:text-black leading-3 font-semibold">
            ?
          </span>
        </Mark>
        <Mark words={t("half")}>
          <span className="w-3 rounded-[3px] border border-own-bar bg-own-bg print:border-black print:bg-[#ddd]" />
        </Mark>
        {hasCovers && (
          <Mark words={t("cover")}>
            <span className="flex w-6 items-center rounded-[3px] border-l-2 border-cover-bar bg-cover-bg text-cover-ink">
              <ArrowRightLeft className="size-3" />
            </span>
          </Mark>
        )}
        <Mark words={t("off")}>
          <span className="w-6 rounded-[3px] bg-sunken" />
        </Mark>
        <Mark words={t("today")}>
          <span
            className={
              view.view === "year" ? "mx-1 w-0.5 bg-accent" : "w-6 rounded-[3px] border border-line bg-today"
            }
          />
        </Mark>
      </ul>
      <DaysOff view={view} />
    </div>
  );
}

function Mark({ words, children }: { words: string; children: ReactNode }) {
  return (
    <li className="flex items-center gap-1.5">
      <span aria-hidden className="flex h-3.5">
        {children}
      </span>
      {words}
    </li>
  );
}

function DaysOff({ view }: { view: WallchartView }) {
  const t = useTranslations("wallchart.legend");
  const format = useFormatter();
  const date = { day: "numeric", month: "short", timeZone: "UTC" } as const;
  return view.pools
    .filter((pool) => pool.daysOff.length > 0)
    .map((pool) => (
      <p key={pool.id}>
        {t("daysOff", { pool: pool.name })}{" "}
        {pool.daysOff
          .map(({ on, name }) => `${format.dateTime(dayToDate(day(on)), date)} ${name}`)
          .join(" · ")}
      </p>
    ));
}
