import "server-only";
import type { OfficeRows, PeopleFile } from "@/lib/imports/plan/rules";
import {
  IMPORT_FILES,
  type ImportFault,
  type ImportFile,
  LARGEST_FILE_BYTES,
  type OfficeFiles,
} from "@/lib/imports/schema";
import { readSheet } from "./queries-csv";
import { isWorkbook, namesOfSheets } from "./queries-workbook";
import { parseAbsences } from "./rules-absences";
import { parseAssistants } from "./rules-assistants";
import { dateOf, isDayAndMonth } from "./rules-cells";
import { parseExecutives } from "./rules-executives";
import { faultAt, type Sheet } from "./rules-sheet";
import { parseSupport } from "./rules-support";

const DATE_COLUMNS = ["from", "to", "hired", "leaves"];

type Parsed<T> = { records: T[]; faults: ImportFault[] };

/** What is read of the files: their rows, how many each has, and every fault in them. */
export type ReadFiles = {
  rows: OfficeRows;
  rowCounts: Partial<Record<ImportFile, number>>;
  faults: ImportFault[];
  /** Dates read as day, month and year, which are at fault where the reader's language doesn't write them so. */
  slashedDates: ImportFault[];
};

/** Reads the files of an office as far as they can be read. */
export function readFiles(given: OfficeFiles): ReadFiles {
  const files = withSheetsOf(given);
  const faults: ImportFault[] = [];
  const slashedDates: ImportFault[] = [];
  const rowCounts: ReadFiles["rowCounts"] = {};
  const sheets = new Map<ImportFile, Sheet | null>();
  for (const file of IMPORT_FILES) {
    const content = files[file];
    if (content === undefined) continue;
    const read = readSheet(file, content);
    for (const fault of read.faults) faults.push(fault);
    sheets.set(file, read.sheet);
    rowCounts[file] = read.sheet?.rows.length ?? 0;
    if (read.sheet) for (const fault of slashedDatesIn(read.sheet)) slashedDates.push(fault);
  }

  function recordsOf<T>(file: ImportFile, parse: (sheet: Sheet) => Parsed<T>): T[] | null {
    const sheet = sheets.get(file);
    if (!sheet) return sheet === null ? [] : null;
    const parsed = parse(sheet);
    for (const fault of parsed.faults) faults.push(fault);
    return parsed.records;
  }

  function peopleOf<T>(file: ImportFile, parse: (sheet: Sheet) => Parsed<T>): PeopleFile<T> | null {
    const records = recordsOf(file, parse);
    const sheet = sheets.get(file) ?? null;
    return records && { records, named: addressesIn(sheet), isReadable: sheet !== null };
  }

  const rows = {
    assistants: peopleOf("assistants", parseAssistants),
    executives: peopleOf("executives", parseExecutives),
    support: recordsOf("support", parseSupport),
    absences: recordsOf("absences", parseAbsences),
  };
  return { rows, rowCounts, faults, slashedDates };
}

/** A workbook that was given for one file stands for each other one that it has a sheet of, unless that was given too. */
function withSheetsOf(files: OfficeFiles): OfficeFiles {
  const found: OfficeFiles = {};
  for (const content of Object.values(files)) {
    if (!isWorkbook(content) || content.byteLength > LARGEST_FILE_BYTES) continue;
    const names = namesOfSheets(content).map((name) => name.toLowerCase());
    for (const file of IMPORT_FILES) if (names.includes(file)) found[file] ??= content;
  }
  return { ...found, ...files };
}

function slashedDatesIn({ file, columns, rows }: Sheet): ImportFault[] {
  const dated = DATE_COLUMNS.filter((column) => columns.has(column));
  return rows.flatMap(({ line, cells }) =>
    dated.flatMap((column) => {
      const value = cells[column] ?? "";
      return isDayAndMonth(value) && dateOf(value).ok
        ? [faultAt({ file, line, column, value }, "not_a_date")]
        : [];
    }),
  );
}

function addressesIn(sheet: Sheet | null): Set<string> {
  const texts = [...(sheet?.spoiled ?? []), ...(sheet?.rows.map((row) => row.cells.email ?? "") ?? [])];
  return new Set(texts.map((text) => text.toLowerCase()));
}

/** Every address the read rows name, once. */
export function addressesOf({ assistants, executives, support, absences }: OfficeRows): string[] {
  const people = [...(assistants?.records ?? []), ...(executives?.records ?? [])].map((row) => row.email);
  const pairs = (support ?? []).flatMap((row) => [row.executiveEmail, row.assistantEmail]);
  const away = (absences ?? []).map((row) => row.assistantEmail);
  return [...new Set([...people, ...pairs, ...away])];
}
