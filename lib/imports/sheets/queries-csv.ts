import "server-only";
import Papa from "papaparse";
import { cellAsMeant } from "@/lib/csv";
import {
  COLUMNS,
  type CsvFile,
  type ImportFault,
  MOST_COLUMNS,
  MOST_FAULTS,
  MOST_FAULTS_SHOWN,
  MOST_ROWS,
} from "@/lib/imports/schema";
import { decodeFile, faultOfBytes } from "./queries-decode";
import { isWorkbook, linesOfSheet } from "./queries-workbook";
import { closestTo } from "./rules-closest";
import { isJson, rowsOfJson } from "./rules-json";
import { columnNameOf, layoutOf, type SheetLayout } from "./rules-layout";
import { faultAt, type Sheet, type SheetRow } from "./rules-sheet";

type Line = { line: number; fields: string[] };

/** The rows of a CSV file by column, with the lines they begin on; no sheet where its form can't be relied on. */
export function readSheet(
  file: CsvFile,
  content: Uint8Array | string,
): { sheet: Sheet | null; faults: ImportFault[] } {
  if (isWorkbook(content)) return sheetOfWorkbook(file, content);
  const decoded = decodeFile(file, content);
  if (!decoded.ok) return { sheet: null, faults: [decoded.fault] };
  if (isJson(decoded.text)) return sheetOfJson(file, decoded.text);
  const layout = layoutOf(decoded.text, COLUMNS[file].required);
  const sizeFault = faultOfSize(file, layout);
  if (sizeFault) return { sheet: null, faults: [sizeFault] };
  const { lines, faults: quoteFaults } = splitIntoLines(file, layout);
  if (quoteFaults.length > 0) return { sheet: null, faults: quoteFaults };
  return sheetOfLines(file, lines);
}

/** The sheet of a workbook that has the file's name, or its first one. */
function sheetOfWorkbook(file: CsvFile, content: Uint8Array): { sheet: Sheet | null; faults: ImportFault[] } {
  const tooLarge = faultOfBytes(file, content);
  if (tooLarge) return { sheet: null, faults: [tooLarge] };
  const lines = linesOfSheet(content, file);
  if (lines === null) return { sheet: null, faults: [faultAt({ file }, "workbook")] };
  if (lines === "too_many_rows")
    return { sheet: null, faults: [faultAt({ file }, lines, { most: MOST_ROWS })] };
  const width = lines[0]?.fields.length ?? 0;
  if (width > MOST_COLUMNS)
    return { sheet: null, faults: [faultAt({ file }, "too_many_columns", { most: MOST_COLUMNS })] };
  return sheetOfLines(file, lines);
}

/** The sheet of a file's lines, the first of which names the columns. */
function sheetOfLines(
  file: CsvFile,
  [header, ...body]: readonly Line[],
): { sheet: Sheet | null; faults: ImportFault[] } {
  if (!header) return { sheet: null, faults: [faultAt({ file }, "empty_file")] };
  const columns = withoutBlankEnd(header.fields).map(columnNameOf);
  const headerFaults = faultsOfHeader(file, header.line, columns);
  if (headerFaults.length > 0) return { sheet: null, faults: headerFaults };
  return rowsOf(file, columns, body);
}

/** The same of a file of objects, one a line, whose keys are the columns. */
function sheetOfJson(file: CsvFile, text: string): { sheet: Sheet | null; faults: ImportFault[] } {
  const rows = rowsOfJson(text);
  if (!rows) return { sheet: null, faults: [faultAt({ file }, "not_rows")] };
  if (rows.length > MOST_ROWS)
    return { sheet: null, faults: [faultAt({ file }, "too_many_rows", { most: MOST_ROWS })] };
  const columns = [...new Set(rows.flatMap(Object.keys))];
  if (columns.length > MOST_COLUMNS)
    return { sheet: null, faults: [faultAt({ file }, "too_many_columns", { most: MOST_COLUMNS })] };
  const body = rows.map((row, index) => ({
    line: index + 1,
    fields: columns.map((column) => String(row[column] ?? "").trim()),
  }));
  return sheetOfLines(file, columns.length > 0 ? [{ line: 1, fields: columns }, ...body] : []);
}

/** What is too long or too wide to be read at all, before it is taken apart. */
function faultOfSize(file: CsvFile, { text, delimiter }: SheetLayout): ImportFault | null {
  const header = /\S.*/.exec(text)?.[0] ?? "";
  if (header.split(delimiter).length > MOST_COLUMNS)
    return faultAt({ file }, "too_many_columns", { most: MOST_COLUMNS });
  return newlinesIn(text.trimEnd()) > MOST_ROWS
    ? faultAt({ file }, "too_many_rows", { most: MOST_ROWS })
    : null;
}

function splitIntoLines(
  file: CsvFile,
  { text, delimiter }: SheetLayout,
): { lines: Line[]; faults: ImportFault[] } {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: "\n" });
  let [read, lineReached] = [0, 1];
  const faults = errors.slice(0, MOST_FAULTS_SHOWN).map((error) => {
    const index = error.index ?? 0;
    lineReached += newlinesIn(text.slice(read, index));
    read = index;
    const line = lineReached;
    return faultAt({ file, line }, error.code === "MissingQuotes" ? "unclosed_quote" : "misplaced_quote");
  });
  const lines: Line[] = [];
  let line = 1;
  for (const fields of data) {
    const trimmed = fields.map((field) => cellAsMeant(field.trim().replace(/^""$/, "")));
    if (trimmed.some((field) => field !== "")) lines.push({ line, fields: trimmed });
    line += 1 + fields.reduce((sum, field) => sum + newlinesIn(field), 0);
  }
  return { lines, faults };
}

function newlinesIn(text: string): number {
  return text.split("\n").length - 1;
}

function withoutBlankEnd(fields: readonly string[]): readonly string[] {
  return fields.slice(0, fields.findLastIndex((field) => field !== "") + 1);
}

function faultsOfHeader(file: CsvFile, line: number, columns: readonly string[]): ImportFault[] {
  const { required, optional } = COLUMNS[file];
  const expected = [...required, ...optional];
  const missing = required.filter((column) => !columns.includes(column));
  const open = expected.filter((column) => !columns.includes(column));
  const unknown = columns.flatMap((column, index) => {
    if (columns.indexOf(column) < index)
      return [faultAt({ file, line, column, value: column }, "duplicate_column")];
    if (expected.includes(column)) return [];
    const closest = closestTo(column, open) ?? "none";
    return [
      faultAt({ file, line, column, value: column }, "unknown_column", {
        closest,
        expected: expected.join(", "),
      }),
    ];
  });
  return [
    ...missing.map((column) => faultAt({ file, line, column }, "missing_column", { column })),
    ...unknown,
  ];
}

function rowsOf(
  file: CsvFile,
  columns: readonly string[],
  body: readonly Line[],
): { sheet: Sheet; faults: ImportFault[] } {
  const faults: ImportFault[] = [];
  const rows: SheetRow[] = [];
  const spoiled: string[] = [];
  for (const { line, fields } of body) {
    const found = Math.max(columns.length, withoutBlankEnd(fields).length);
    if (found > columns.length || fields.length < columns.length) {
      const code = found > columns.length ? "too_many_fields" : "too_few_fields";
      const count = code === "too_many_fields" ? found : fields.length;
      faults.push(
        faultAt({ file, line, value: fields.join(" ") }, code, { found: count, expected: columns.length }),
      );
      for (const field of fields) spoiled.push(field);
      if (faults.length >= MOST_FAULTS) break;
      continue;
    }
    rows.push({ line, cells: Object.fromEntries(columns.map((column, i) => [column, fields[i] ?? ""])) });
  }
  return { sheet: { file, columns: new Set(columns), rows, spoiled }, faults };
}
