import { dayToDate } from "@/lib/time/day";
import {
  type HalfDayRange,
  type HalfDaySpan,
  halfDayAt,
  rangeIndexes,
  rangeOfIndexes,
} from "@/lib/time/half-day";
import { type Hours, hoursOfPart, sharedHours } from "@/lib/time/hours";

/** Some hours of one day; null or nothing for whole half-days. */
export type ByTheHour = { window?: Hours | null };

/** What a cover is for: whole half-days unless hours are said, and all duties unless some are named. */
export type Extent = ByTheHour & { dutyIds?: readonly string[] };

/** Half-days of an executive that somebody covers: some hours or all, some duties or all. */
export type Holding = HalfDaySpan & Extent;

/** Half-days as days with their parts, and hours where they are only some. */
export type HourlyRange = HalfDayRange & {
  startMinute?: number | null | undefined;
  endMinute?: number | null | undefined;
};

/** The half-days of a range, and its hours where it is by the hour. */
export function spanOfRange(range: HourlyRange): HalfDaySpan & Required<ByTheHour> {
  const { startMinute, endMinute } = range;
  return {
    ...rangeIndexes(range),
    window: startMinute != null && endMinute != null ? { startMinute, endMinute } : null,
  };
}

/** The date, part and hour columns of some half-days. */
export function columnsOfSpan({ first, last, window }: HalfDaySpan & ByTheHour) {
  const range = rangeOfIndexes(first, last);
  return {
    startOn: dayToDate(range.from),
    startPart: range.fromPart,
    endOn: dayToDate(range.to),
    endPart: range.toPart,
    startMinute: window?.startMinute ?? null,
    endMinute: window?.endMinute ?? null,
  };
}

/** The columns that say when a cover is and for which duties. */
export function columnsOfHolding({ dutyIds, ...span }: Holding) {
  return { ...columnsOfSpan(span), dutyIds: [...(dutyIds ?? [])] };
}

/** When and for which duties a cover is, as people are told: hours and duties only where they are not all. */
export function extentWords({ first, last, window, dutyIds }: Holding) {
  return {
    ...rangeOfIndexes(first, last),
    ...(window ? { window } : {}),
    ...(dutyIds?.length ? { dutyIds: [...dutyIds] } : {}),
  };
}

/** One half-day of a holding. */
export type HoldingCell = { index: number; window: Hours | null; dutyIds: readonly string[] };

/** The half-days of a holding, its hours parted at noon. */
export function cellsOf({ first, last, window, dutyIds = [] }: Holding): HoldingCell[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i).flatMap((index) => {
    const hours = window ? sharedHours(window, hoursOfIndex(index)) : null;
    return window && !hours ? [] : [{ index, window: hours, dutyIds }];
  });
}

/** All the hours of a half-day, by its index. */
export function hoursOfIndex(index: number): Hours {
  return hoursOfPart(halfDayAt(index).part);
}

/** Half-days in any order as holdings: those of the same duties that follow each other made one. */
export function joinCells(
  cells: readonly HoldingCell[],
): (HalfDaySpan & { window: Hours | null; dutyIds: readonly string[] })[] {
  const holdings: ReturnType<typeof joinCells> = [];
  const keyed = cells.map((cell) => ({ cell, key: [...cell.dutyIds].sort().join("+") }));
  const inOrder = keyed.sort(
    (a, b) => compare(a.key, b.key) || a.cell.index - b.cell.index || startOf(a.cell) - startOf(b.cell),
  );
  for (const [i, { cell, key }] of inOrder.entries()) {
    const last = holdings.at(-1);
    const follows = last && inOrder[i - 1]?.key === key && cell.index - last.last <= 1;
    if (follows && !cell.window && !last.window) last.last = cell.index;
    else if (follows && cell.window && last.window && last.window.endMinute === cell.window.startMinute) {
      last.last = cell.index;
      last.window = { startMinute: last.window.startMinute, endMinute: cell.window.endMinute };
    } else {
      const { index, window, dutyIds } = cell;
      holdings.push({ first: index, last: index, window, dutyIds });
    }
  }
  return holdings.sort((a, b) => a.first - b.first);
}

function startOf({ window }: HoldingCell): number {
  return window?.startMinute ?? 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
