const BYTE_ORDER_MARK = "\uFEFF";

/** Rows as a CSV file that spreadsheets open as text: every field in quotation marks, none of them a formula. */
export function invitationsCsv(rows: readonly (readonly string[])[], separator: string): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(quoted).join(separator)}\r\n`).join("");
}

function quoted(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
