import { z } from "zod";
import { IMPORT_FILES } from "@/lib/imports/schema";

/** How an office can be taken out: text for spreadsheets, a workbook, or text for programs. */
export const EXPORT_FORMATS = ["csv", "xlsx", "json"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export const ExportFormatInput = z.enum(EXPORT_FORMATS);

/** What is taken out beside what an import reads: a record of the past, which no import makes again. */
export const RECORD_TABLES = [
  "hours_away",
  "past_absences",
  "covers",
  "shifts",
  "requests",
  "handovers",
  "training",
  "levels",
] as const;
export const EXPORT_TABLES = [...IMPORT_FILES, ...RECORD_TABLES] as const;
export type ExportTable = (typeof EXPORT_TABLES)[number];

/** Cells by column, all text, as an import reads them. */
export type ExportRow = Readonly<Record<string, string>>;

/** A table as it is written into a file: its columns in their order, and its rows. */
export type ExportSheet = { table: ExportTable; columns: readonly string[]; rows: readonly ExportRow[] };

/** The tables of an office, as the API hands them over. */
export const OfficeTables = z.partialRecord(z.enum(EXPORT_TABLES), z.array(z.record(z.string(), z.string())));

/** A file that was made. */
export type ExportFile = { name: string; type: string; bytes: Uint8Array<ArrayBuffer> };
