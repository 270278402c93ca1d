"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type CSSProperties, useMemo, useRef } from "react";
import { cx } from "@/components/ui/layout/cx";
import { topsOf, useWindow } from "@/components/ui/layout/use-window";
import type { WallchartView } from "@/lib/absences/wallchart/schema";
import { day, daysBetween } from "@/lib/time/day";
import { groundsOf } from "./chart-ground";
import { ChartHead } from "./chart-head";
import { ChartLine, GROUP_HEIGHT } from "./chart-line";
import { type ChartRow, chartRows, dayAt } from "./geometry";
import { useAllPeople } from "./use-all-people";
import { useChartKeys } from "./use-chart-keys";
import { useFocusedRow } from "./use-focused-row";
import { type SpanWords, useSpanWords } from "./words";
import "./wallchart.css";

export type ChartGridProps = {
  /** The first rows, for the first paint; the rest comes from `source`. */
  first: WallchartView;
  source: string | null;
  total: number;
  typeNames: Record<string, string>;
  isGrouped: boolean;
  hasCovers: boolean;
  ways: { previous: string; now: string; next: string };
  /** Where Enter on a person leads, `id` standing for theirs. */
  personHref: string | null;
};

// A table laid out in lines, of which one is in the tab order: its cells are gone through with arrows.
const grid = { role: "grid" };

const ROW_HEIGHT = { six: 36, month: 36, year: 40 };
const COVER_HEIGHT = { six: 20, month: 20, year: 8 };

/** The pool's absences, a line a person: drawn as spans in the rows that are in sight, a plain table before that. */
export function ChartGrid(props: ChartGridProps) {
  const { first, source, total, typeNames, isGrouped, hasCovers, ways, personHref } = props;
  const t = useTranslations("wallchart");
  const router = useRouter();
  const { view, hasFailed, retry } = useAllPeople(first, source);
  const words = useSpanWords(view, typeNames);
  const box = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => chartRows(view, isGrouped), [view, isGrouped]);
  const height = ROW_HEIGHT[view.view] + (hasCovers ? COVER_HEIGHT[view.view] : 0);
  const tops = useMemo(() => topsOf(heightsOf(rows, height)), [rows, height]);
  const shown = useWindow(box, tops, rows.length);
  const dayCount = daysBetween(day(view.from), day(view.to)) + 1;
  const grounds = useMemo(() => groundsOf(view), [view]);
  const today = view.pools[0]?.today ?? "";
  const keys = useChartKeys({
    rows,
    dayCount,
    today: today >= view.from && today <= view.to ? daysBetween(day(view.from), day(today)) : null,
    ways,
    open: (person) => {
      const id = view.people[person]?.id;
      if (personHref && id) router.push(personHref.replace(":id", id));
    },
  });
  const isInside = useFocusedRow(box, keys.place.row, tops);
  const hasFigures = view.people.some((person) => person.daysAway !== null);
  return (
    <div className="-mt-3 grid min-h-0 gap-2 max-md:hidden print:mt-0 print:grid">
      {hasFailed && (
        <p role="alert" className="text-sm text-gap-ink">
          {t("failed")}{" "}
          <button type="button" onClick={retry} className="underline underline-offset-2">
            {t("retry")}
          </button>
        </p>
      )}
      <p role="status" className="sr-only">
        {isInside && announced(view, rows[keys.place.row], keys.place.day, words, t("present"))}
      </p>
      <div
        ref={box}
        className="relative -mx-(--edge) max-h-[calc(100dvh-8rem)] min-h-60 overflow-auto border-b border-line bg-surface print:mx-0 print:max-h-none print:overflow-visible"
      >
        <table
          {...grid}
          aria-label={t("title")}
          aria-rowcount={total + 1}
          aria-describedby="wallchart-keys"
          onKeyDown={keys.onKeyDown}
          style={{ ...grounds, "--chart-row": `${height}px` } as CSSProperties}
          className={cx(
            "w-full min-w-[1080px] table-fixed border-separate border-spacing-0 text-sm print:min-w-0",
            view.view === "year" && "chart-year",
            hasCovers && "chart-covers",
          )}
        >
          <colgroup>
            <col className="w-[224px] print:w-[130px]" />
            {Array.from({ length: dayCount }, (_, i) => (
              <col key={dayAt(view, i)} />
            ))}
            {hasFigures && <col className="w-[68px] print:w-[48px]" />}
          </colgroup>
          <ChartHead view={view} hasFigures={hasFigures} total={total} />
          <tbody>
            <Spacer height={tops[shown.first] ?? 0} />
            {rows.slice(shown.first, shown.end).map((row, i) => (
              <ChartLine
                key={row.key}
                {...{ row, view, words, dayCount, hasCovers, hasFigures }}
                index={shown.first + i}
                activeDay={shown.first + i === keys.place.row ? keys.place.day : null}
                onPick={(dayOffset) => keys.setPlace({ row: shown.first + i, day: dayOffset })}
              />
            ))}
            <Spacer height={(tops.at(-1) ?? 0) - (tops[shown.end] ?? 0)} />
          </tbody>
        </table>
      </div>
      <p id="wallchart-keys" className="sr-only print:hidden">
        {t(personHref ? "keysOpen" : "keys")}
      </p>
    </div>
  );
}

function heightsOf(rows: readonly ChartRow[], height: number): number[] {
  return rows.map(({ kind }) => (kind === "group" ? GROUP_HEIGHT : height));
}

function announced(
  view: WallchartView,
  row: ChartRow | undefined,
  offset: number,
  words: SpanWords,
  present: string,
): string {
  if (row?.kind !== "person") return "";
  const spans = view.people[row.person]?.away.filter(
    ([first, last]) => Math.floor(first / 2) <= offset && offset <= Math.floor(last / 2),
  );
  const said = spans && spans.length > 0 ? spans.map(words.ofAway).join("; ") : present;
  return `${words.dayWords(dayAt(view, offset))}: ${said}`;
}

function Spacer({ height }: { height: number }) {
  return height > 0 ? <tr aria-hidden style={{ height }} className="print:hidden" /> : null;
}
