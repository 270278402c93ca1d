import type { Locale } from "./i18n/locales";

const BYTE_ORDER_MARK = "\uFEFF";

/** What parts the fields of a file for a reader's spreadsheet: the comma is the decimal sign of Swedish ones. */
export function separatorIn(locale: Locale): string {
  return locale === "sv" ? ";" : ",";
}

/** Rows as a CSV file that spreadsheets open as text: every field in quotation marks, none of them a formula. */
export function csvOf(rows: readonly (readonly string[])[], separator: string): string {
  return BYTE_ORDER_MARK + rows.map((row) => csvLine(row, separator)).join("");
}

/** One line of such a file. */
export function csvLine(row: readonly string[], separator: string): string {
  return `${row.map(quoted).join(separator)}\r\n`;
}

function quoted(text: string): string {
  const harmless = isFormula(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** A cell as it was before it was kept from being a formula. */
export function cellAsMeant(text: string): string {
  return text.startsWith("'") && isFormula(text.slice(1)) ? text.slice(1) : text;
}

function isFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text);
}
