import { type Day, dayOfColumn, dayToDate } from "./day";
import type { DayPart, HalfDayRange, HalfDaySpan } from "./half-day";
import type { Hours } from "./hours";
import { type Stretch, spanOfStretch, wholeHalves } from "./stretch";

/** The start and end columns of a row. */
export type RangeColumns = { startOn: Date; startPart: DayPart; endOn: Date; endPart: DayPart };

/** The columns of a row that say when it is: half-days, and minutes where it is hours of one day. */
export type StretchColumns = RangeColumns & { startMinute: number | null; endMinute: number | null };

/** What a query selects to know when a row is. */
export const STRETCH_COLUMNS = {
  startOn: true,
  startPart: true,
  endOn: true,
  endPart: true,
  startMinute: true,
  endMinute: true,
} as const;

/** The half-days between a row's start and end columns. */
export function rangeOfColumns({ startOn, startPart, endOn, endPart }: RangeColumns): HalfDayRange {
  return { from: dayOfColumn(startOn), fromPart: startPart, to: dayOfColumn(endOn), toPart: endPart };
}

/** A range as a row's start and end columns. */
export function columnsOfRange({ from, fromPart, to, toPart }: HalfDayRange): RangeColumns {
  return { startOn: dayToDate(from), startPart: fromPart, endOn: dayToDate(to), endPart: toPart };
}

/** The stretch of a row, by half-days or by hours. */
export function stretchOfColumns({ startMinute, endMinute, ...columns }: StretchColumns): Stretch {
  return { ...wholeHalves(rangeOfColumns(columns)), startMinute, endMinute };
}

/** A stretch as a row's columns, hours included. */
export function columnsOfStretch(stretch: Stretch): StretchColumns {
  const { startMinute, endMinute } = stretch;
  return { ...columnsOfRange(stretch), startMinute, endMinute };
}

/** The stretch of a row on a grid of half-days. */
export function spanOfColumns(row: StretchColumns): HalfDaySpan & { window: Hours | null } {
  return spanOfStretch(stretchOfColumns(row));
}

/** A stretch as a query hands it over beside others: its parts in their order. */
export type StretchRow = [
  from: Day,
  fromPart: DayPart,
  to: Day,
  toPart: DayPart,
  startMinute: number | null,
  endMinute: number | null,
];

/** The stretch of such a row. */
export function stretchOfRow([from, fromPart, to, toPart, startMinute, endMinute]: StretchRow): Stretch {
  return { from, fromPart, to, toPart, startMinute, endMinute };
}
