import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import type { WallchartPerson, WallchartView } from "@/lib/absences/wallchart/schema";
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
  activeDay: number | null;
  onPick: (day: number) => void;
};

/** One line of the grid: a heading, or a person with what takes them away. */
export function ChartLine(props: RowProps) {
  const { row, view } = props;
  if (row.kind === "group") return <GroupLine {...props} row={row} />;
  const person = view.people[row.person];
  return person ? <PersonLine {...props} person={person} /> : null;
}

type GroupLineProps = Pick<RowProps, "index" | "dayCount" | "hasFigures"> & {
  row: Extract<ChartRow, { kind: "group" }>;
};

function GroupLine({ row, index, dayCount, hasFigures }: GroupLineProps) {
  const t = useTranslations("wallchart");
  return (
    <tr aria-rowindex={index + 2} style={{ height: GROUP_HEIGHT }}>
      <th
        scope="rowgroup"
        colSpan={dayCount + (hasFigures ? 2 : 1)}
        className="border-b border-line bg-canvas px-4 text-left text-xs font-semibold text-ink-2 print:px-0"
      >
        <span className="sticky left-4">{`${row.label || t("noGroup")} · ${row.count}`}</span>
      </th>
    </tr>
  );
}

function PersonLine(props: RowProps & { person: WallchartPerson }) {
  const { person, index, view, words, dayCount, hasCovers, hasFigures, activeDay, onPick } = props;
  const t = useTranslations("wallchart");
  const isYear = view.view === "year";
  const covers = hasCovers ? (person.covers ?? []).map(words.ofCover) : [];
  const summary = [...person.away.map(words.ofAway), ...covers];
  function pick(event: MouseEvent) {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    onPick(Math.min(dayCount - 1, Math.floor(((event.clientX - left) / width) * dayCount)));
  }
  return (
    <tr aria-rowindex={index + 2} className="group chart-row">
      <th scope="row" className="chart-name">
        {person.name}
      </th>
      <td
        colSpan={dayCount}
        data-row={index}
        tabIndex={activeDay === null ? -1 : 0}
        aria-label={`${person.name}: ${summary.join("; ") || t("nothing")}`}
        onMouseDown={pick}
        style={{ backgroundImage: `var(--ground-${person.pool})` }}
        className="chart-days"
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
        <td className="chart-figure">{person.daysAway && t("figure", { days: sum(person.daysAway) })}</td>
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
    if (days === 0) return null;
    const start = daysBetween(day(view.from), day(`${year}-${String(month + 1).padStart(2, "0")}-01`));
    return (
      <span key={start} style={{ left: `${(100 * start) / dayCount}%` }} className="chart-month-figure">
        {t("figure", { days })}
      </span>
    );
  });
}
