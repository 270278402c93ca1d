import "server-only";
import { strFromU8, type Unzipped, unzipSync } from "fflate";
import { MOST_COLUMNS, MOST_ROWS } from "@/lib/imports/schema";
import { cellText, dateStylesOf, isDate1904, sharedTextsOf, sheetPathsOf } from "./rules-workbook";

/** More than a workbook of the most rows unpacks to; what says it is larger is not unpacked. */
const MOST_UNPACKED_BYTES = 256 * 1024 * 1024;
const SIGNATURE = [0x50, 0x4b, 0x03, 0x04];

/** A row of a sheet with its number, as Excel counts. */
type WorkbookLine = { line: number; fields: string[] };

/** Whether bytes are an archive, as workbooks are. */
export function isWorkbook(content: Uint8Array | string): content is Uint8Array {
  return typeof content !== "string" && SIGNATURE.every((byte, i) => content[i] === byte);
}

/** The names of a workbook's sheets in their order; none where it is no workbook that can be read. */
export function namesOfSheets(bytes: Uint8Array): string[] {
  return [...(openWorkbook(bytes)?.paths.keys() ?? [])];
}

/** The rows of the sheet of a name, else of the first one, with text as it is shown; null where it is no workbook that can be read. */
export function linesOfSheet(bytes: Uint8Array, name: string): WorkbookLine[] | "too_many_rows" | null {
  const workbook = openWorkbook(bytes);
  if (!workbook) return null;
  const { paths, parts } = workbook;
  const path = [...paths].find(([one]) => one.toLowerCase() === name)?.[1] ?? [...paths.values()][0];
  const sheet = path && unpacked(bytes, [path])?.[path];
  if (!sheet) return null;
  return linesOf(strFromU8(sheet), {
    texts: sharedTextsOf(textOf(parts, "xl/sharedStrings.xml")),
    dates: dateStylesOf(textOf(parts, "xl/styles.xml")),
    is1904: isDate1904(textOf(parts, "xl/workbook.xml")),
  });
}

function openWorkbook(bytes: Uint8Array): { paths: Map<string, string>; parts: Unzipped } | null {
  const parts = unpacked(bytes, [
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
  ]);
  const workbook = parts && textOf(parts, "xl/workbook.xml");
  if (!parts || !workbook) return null;
  return { parts, paths: sheetPathsOf(workbook, textOf(parts, "xl/_rels/workbook.xml.rels")) };
}

function textOf(parts: Unzipped, path: string): string {
  const bytes = parts[path];
  return bytes ? strFromU8(bytes) : "";
}

/** Some parts of an archive; null for one that is broken, or that would unpack to more than a workbook may. */
function unpacked(bytes: Uint8Array, wanted: readonly string[]): Unzipped | null {
  let size = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted.includes(name)) return false;
        size += originalSize;
        if (size > MOST_UNPACKED_BYTES) throw new Error("too large");
        return true;
      },
    });
  } catch {
    return null;
  }
}

type Meaning = { texts: readonly string[]; dates: readonly ("date" | "time" | null)[]; is1904: boolean };

const ROW = /<(?:\w+:)?row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g;
const CELL = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;

function linesOf(xml: string, meaning: Meaning): WorkbookLine[] | "too_many_rows" {
  const lines: WorkbookLine[] = [];
  let line = 0;
  for (const [, attributes = "", cells = ""] of xml.matchAll(ROW)) {
    line = Number(/\br="(\d+)"/.exec(attributes)?.[1] ?? line + 1);
    const fields = fieldsOf(cells, meaning);
    if (fields.every((field) => field === "")) continue;
    lines.push({ line, fields });
    if (lines.length > MOST_ROWS + 1) return "too_many_rows";
  }
  const width = Math.max(0, ...lines.slice(0, 1).map(({ fields }) => fields.length));
  return lines.map(({ fields, ...row }) => ({ ...row, fields: padded(fields, width) }));
}

function padded(fields: string[], width: number): string[] {
  return fields.length >= width ? fields : [...fields, ...Array(width - fields.length).fill("")];
}

function fieldsOf(xml: string, meaning: Meaning): string[] {
  const fields: string[] = [];
  for (const [, attributes = "", content = ""] of xml.matchAll(CELL)) {
    const letters = /\br="([A-Z]{1,3})\d+"/.exec(attributes)?.[1];
    const column = letters ? columnOf(letters) : fields.length;
    if (column > MOST_COLUMNS) continue;
    while (fields.length < column) fields.push("");
    fields[column] = cellText({ attributes, content }, meaning);
  }
  return fields;
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
