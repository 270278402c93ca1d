import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { cx } from "@/components/ui/layout/cx";
import type { WallchartView } from "@/lib/absences/wallchart/schema";
import { day, daysBetween } from "@/lib/time/day";
import type { ChartRow } from "./geometry";
import { AwaySpans, CoverSpans } from "./marks";
import type { SpanWords } from "./words";

export const GROUP_HEIGHT = 32;

type RowProps = {
  row: ChartRow;
  index: number;
  view: WallchartView;
  words: SpanWords;
  dayCount: number;
  hasCovers: boolean;
  hasFigures: boolean;
  height: number;
  ground: CSSProperties | undefined;
  activeDay: number | null;
  onPick: (day: number) => void;
};

/** One line of the grid: a heading, or a person with what takes them away. */
export function ChartLine(props: RowProps) {
  const { row, index, view, words, dayCount, hasCovers, hasFigures, height, ground, activeDay, onPick } =
    props;
  const t = useTranslations("wallchart");
  if (row.kind === "group") {
    return (
      <tr aria-rowindex={index + 2} style={{ height: GROUP_HEIGHT }}>
        <th
          scope="rowgroup"
          colSpan={dayCount + (hasFigures ? 2 : 1)}
          className="border-b border-line bg-canvas px-2 text-left text-xs font-semibold text-ink-2"
        >
          <span className="sticky left-2">{`${row.label || t("noGroup")} · ${row.count}`}</span>
        </th>
      </tr>
    );
  }
  const person = view.people[row.person];
  if (!person) return null;
  const isYear = view.view === "year";
  const summary = [
    ...person.away.map(words.ofAway),
    ...(hasCovers ? (person.covers ?? []).map(words.ofCover) : []),
  ];
  return (
    <tr aria-rowindex={index + 2} style={{ height }} className="group break-inside-avoid">
      <th
        scope="row"
        className="sticky left-0 z-10 truncate border-b border-line bg-surface px-2 text-left font-medium group-has-focus:bg-accent-soft print:static"
      >
        {person.name}
      </th>
      <td
        colSpan={dayCount}
        data-row={index}
        tabIndex={activeDay === null ? -1 : 0}
        aria-label={`${person.name}: ${summary.join("; ") || t("nothing")}`}
        onMouseDown={(event) => {
          const { left, width } = event.currentTarget.getBoundingClientRect();
          onPick(Math.min(dayCount - 1, Math.floor(((event.clientX - left) / width) * dayCount)));
        }}
        style={{ ...ground, height }}
        className="relative border-b border-line p-0 [print-color-adjust:exact] focus-visible:-outline-offset-2"
      >
        <AwaySpans {...{ person, dayCount, isYear, words }} />
        {hasCovers && <CoverSpans {...{ person, dayCount, isYear, words }} />}
        {isYear && person.daysAway && (
          <MonthFigures figures={person.daysAway} view={view} dayCount={dayCount} />
        )}
        {activeDay !== null && (
          <span
            aria-hidden
            style={{ left: `${(100 * activeDay) / dayCount}%`, width: `${100 / dayCount}%` }}
            className="pointer-events-none absolute inset-y-0 hidden min-w-[3px] ring-2 ring-accent ring-inset group-has-focus-visible:block"
          />
        )}
      </td>
      {hasFigures && (
        <td className="tnum border-b border-line px-2 text-right">
          {person.daysAway && t("figure", { days: sum(person.daysAway) })}
        </td>
      )}
    </tr>
  );
}

function sum(figures: readonly number[]): number {
  return Math.round(figures.reduce((a, b) => a + b, 0) * 100) / 100;
}

type MonthFiguresProps = { figures: readonly number[]; view: WallchartView; dayCount: number };

function MonthFigures({ figures, view, dayCount }: MonthFiguresProps) {
  const t = useTranslations("wallchart");
  const year = view.from.slice(0, 4);
  return figures.map((days, month) => {
    const start = daysBetween(day(view.from), day(`${year}-${String(month + 1).padStart(2, "0")}-01`));
    return (
      <span
        key={start}
        style={{ left: `${(100 * start) / dayCount}%` }}
        className={cx(
          "tnum pointer-events-none absolute inset-y-0 flex items-end border-l border-line pb-px pl-1 text-[11px] leading-[13px] text-ink-2",
        )}
      >
        {days > 0 && t("figure", { days })}
      </span>
    );
  });
}
