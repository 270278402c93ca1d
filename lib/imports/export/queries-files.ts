import { strToU8, type Zippable, zipSync } from "fflate";
import writeWorkbook from "write-excel-file/node";
import { csvLine, csvOf } from "@/lib/csv";
import type { ExportFormat, ExportSheet } from "./schema";

/** The tables as one file: a workbook, or an archive of a file for each. */
export async function packSheets(
  format: ExportFormat,
  sheets: readonly ExportSheet[],
  separator: string,
): Promise<Uint8Array> {
  if (format === "xlsx") return workbookOf(sheets);
  const content = format === "csv" ? (sheet: ExportSheet) => csvOfSheet(sheet, separator) : jsonOfSheet;
  const files: Zippable = {};
  for (const sheet of sheets) files[`${sheet.table}.${format}`] = strToU8(content(sheet));
  return zipSync(files);
}

function csvOfSheet({ columns, rows }: ExportSheet, separator: string): string {
  const lines = rows.map((row) =>
    csvLine(
      columns.map((column) => row[column] ?? ""),
      separator,
    ),
  );
  return csvOf([columns], separator) + lines.join("");
}

function jsonOfSheet({ columns, rows }: ExportSheet): string {
  const objects = rows.map((row) =>
    JSON.stringify(Object.fromEntries(columns.map((column) => [column, row[column] ?? ""]))),
  );
  return `[\n${objects.join(",\n")}\n]\n`;
}

function workbookOf(sheets: readonly ExportSheet[]): Promise<Uint8Array> {
  const text = (value: string) => ({ value, type: String });
  return writeWorkbook(
    sheets.map(({ table, columns, rows }) => ({
      sheet: table,
      stickyRowsCount: 1,
      data: [
        columns.map((value) => ({ ...text(value), fontWeight: "bold" as const })),
        ...rows.map((row) => columns.map((column) => text(row[column] ?? ""))),
      ],
    })),
  ).toBuffer();
}
