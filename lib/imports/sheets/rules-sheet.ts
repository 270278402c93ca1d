import { type CsvFile, type ImportFault, type ImportFaultCode, MOST_FAULTS } from "@/lib/imports/schema";
import type { Parsed } from "@/lib/result";

/** One row of a file: the line it begins on, and its cells by column, trimmed. */
export type SheetRow = { line: number; cells: Readonly<Record<string, string>> };

/** A file as rows of named cells, and what was said by rows with too many or too few. */
export type Sheet = {
  file: CsvFile;
  columns: ReadonlySet<string>;
  rows: readonly SheetRow[];
  spoiled: readonly string[];
};

/** What a rule makes of a cell: a value, or why it can't. */
export type Read<T> = Parsed<T, ImportFaultCode>;
export type CellRule<T> = (text: string) => Read<T>;

type Place = { file: CsvFile; line?: number | null; column?: string | null; value?: string };

const LONGEST_VALUE = 80;

/** A fault at a place; a long value is cut. */
export function faultAt(
  place: Place,
  code: ImportFaultCode,
  values: ImportFault["values"] = {},
): ImportFault {
  const { file, line = null, column = null, value = "" } = place;
  return { file, line, column, value: cut(value), code, values };
}

/** A value as it is shown beside a fault. */
export function cut(value: string): string {
  return value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
}

/** Reads the cells of one row, noting a fault for each that can't be read. */
export type RowReader = {
  line: number;
  /** The cell's value; undefined when the column is not in the file, or when a fault was noted. */
  read: <T>(column: string, rule: CellRule<T>) => T | undefined;
  fault: (column: string, code: ImportFaultCode, values?: ImportFault["values"]) => void;
};

/** The records of a file's rows; a row with a fault gives none. */
export function readRows<T>(
  sheet: Sheet,
  readRow: (row: RowReader) => T | undefined,
): { records: T[]; faults: ImportFault[] } {
  const faults: ImportFault[] = [];
  const records: T[] = [];
  for (const row of sheet.rows) {
    if (faults.length >= MOST_FAULTS) break;
    const before = faults.length;
    const record = readRow(readerOf(sheet, row, faults));
    if (record !== undefined && faults.length === before) records.push(record);
  }
  return { records, faults };
}

function readerOf({ file, columns }: Sheet, { line, cells }: SheetRow, faults: ImportFault[]): RowReader {
  const fault: RowReader["fault"] = (column, code, values) => {
    faults.push(faultAt({ file, line, column, value: cells[column] }, code, values));
  };
  return {
    line,
    fault,
    read: (column, rule) => {
      if (!columns.has(column)) return undefined;
      const answer = rule(cells[column] ?? "");
      if (answer.ok) return answer.value;
      fault(column, answer.reason, answer.details as ImportFault["values"]);
      return undefined;
    },
  };
}

/** Remembers on which line something stood first, and notes a fault where it stands again. */
export function firstLines() {
  const lines = new Map<string, number>();
  return {
    refuseRepeat: (row: RowReader, column: string, code: ImportFaultCode, key: string): void => {
      const first = lines.get(key);
      if (first === undefined) lines.set(key, row.line);
      else row.fault(column, code, { line: first });
    },
  };
}
