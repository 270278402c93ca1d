const DELIMITERS = [",", ";", "\t"] as const;
const MOST_TITLE_LINES = 10;
/** Characters of a line in which its columns are looked for. */
const LONGEST_HEADER = 10_000;

/** How a file is laid out: what parts its fields, and its text with the lines above the header emptied, so that lines keep their number. */
export type SheetLayout = { text: string; delimiter: string };

/** A column's name as the files of an office say it: in lower case, words joined by underscores. */
export function columnNameOf(typed: string): string {
  return typed
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
}

/**
 * Reads what spreadsheets add: a first line `sep=;`, titles above the header (the first line that names two of the needed
 * columns), tabs between fields, and spaces between a delimiter and a quote.
 */
export function layoutOf(content: string, required: readonly string[]): SheetLayout {
  const lines = content.split("\n");
  const first = lines.findIndex((line) => line.trim() !== "");
  const [, given] = /^"?sep=(.)"?$/i.exec(lines[first]?.trimEnd() ?? "") ?? [];
  const top = given === undefined ? first : first + 1;
  const named = lines
    .slice(top, top + MOST_TITLE_LINES)
    .findIndex((line) => columnsNamedIn(line, required) >= Math.min(2, required.length));
  const header = named === -1 ? top : top + named;
  const text = lines.map((line, index) => (index < header ? "" : line)).join("\n");
  const delimiter = given ?? delimiterOf(lines.slice(header).find((line) => line.trim() !== "") ?? "");
  return { text: withoutSpaceBeforeQuotes(text, delimiter), delimiter };
}

function columnsNamedIn(line: string, required: readonly string[]): number {
  const names = new Set(
    line
      .slice(0, LONGEST_HEADER)
      .split(/[,;\t]/)
      .map((name) => columnNameOf(name.replaceAll('"', ""))),
  );
  return required.filter((column) => names.has(column)).length;
}

function delimiterOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, "");
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: bare.split(delimiter).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).delimiter;
}

function withoutSpaceBeforeQuotes(text: string, delimiter: string): string {
  if (/[\w"\s]/.test(delimiter)) return text;
  const parts = delimiter.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  return text.replace(new RegExp(`(${parts}) +"(?!["\\n]|${parts}|$)`, "g"), '$1"');
}
