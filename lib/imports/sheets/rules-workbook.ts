import { cellAsMeant } from "@/lib/csv";
import { visibleText } from "@/lib/text";
import { dayOfColumn } from "@/lib/time/day";
import { clockText } from "@/lib/time/hours";

/*
 * The parts of a workbook (ECMA-376, part 1, 18) that hold what its cells show. Nothing is calculated, and formulas are passed
 * over for the value that was saved with them.
 */

const DAY_MS = 86_400_000;
/** Day 0 of a serial date; 1900 was no leap year, though workbooks count it as one. */
const EPOCH = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const MINUTES_PER_DAY = 1_440;
/** Formats of dates and of times that need no definition (18.8.30). */
const BUILT_IN: Readonly<Record<number, "date" | "time">> = {
  ...Object.fromEntries([14, 15, 16, 17, 22, 27, 30, 36, 50, 57].map((id) => [id, "date" as const])),
  ...Object.fromEntries([18, 19, 20, 21, 45, 46, 47].map((id) => [id, "time" as const])),
};

/** Each sheet's part in the archive by its name, in their order. */
export function sheetPathsOf(workbook: string, relations: string): Map<string, string> {
  const targets = new Map(
    tagsIn(relations, "Relationship").map(({ Id = "", Target = "" }) => [Id, partOf(Target)]),
  );
  return new Map(
    tagsIn(workbook, "sheet").flatMap((sheet) => {
      const path = targets.get(sheet["r:id"] ?? "");
      return sheet.name && path ? [[sheet.name, path] as const] : [];
    }),
  );
}

function partOf(target: string): string {
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

/** Whether days are counted from 1904, as older workbooks of a Mac do. */
export function isDate1904(workbook: string): boolean {
  return tagsIn(workbook, "workbookPr").some(({ date1904 }) => date1904 === "1" || date1904 === "true");
}

/** The texts that cells refer to by their place. */
export function sharedTextsOf(xml: string): string[] {
  return [...xml.matchAll(/<(?:\w+:)?si\b[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g)].map(([, item = ""]) =>
    textIn(item),
  );
}

/** Which styles show a number as a day or as a time, by their place. */
export function dateStylesOf(xml: string): ("date" | "time" | null)[] {
  const custom = new Map(
    tagsIn(xml, "numFmt").map(({ numFmtId = "", formatCode = "" }) => [Number(numFmtId), kindOf(formatCode)]),
  );
  const formats = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? "";
  return tagsIn(formats, "xf").map(({ numFmtId = "0" }) => {
    const id = Number(numFmtId);
    return custom.get(id) ?? BUILT_IN[id] ?? null;
  });
}

function kindOf(format: string): "date" | "time" | null {
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "").toLowerCase();
  if (/[yd]/.test(bare)) return "date";
  return /h/.test(bare) ? "time" : null;
}

type Cell = { attributes: string; content: string };
type CellMeaning = { texts: readonly string[]; dates: readonly ("date" | "time" | null)[]; is1904: boolean };

/** What a cell shows, as a file of text would say it: days as YYYY-MM-DD, times as HH:MM, yes and no. */
export function cellText({ attributes, content }: Cell, { texts, dates, is1904 }: CellMeaning): string {
  const type = /\bt="(\w+)"/.exec(attributes)?.[1] ?? "n";
  if (type === "inlineStr") return plain(textIn(content));
  const value = unescaped(/<(?:\w+:)?v\b[^>]*>([\s\S]*?)<\/(?:\w+:)?v>/.exec(content)?.[1] ?? "");
  if (value === "") return "";
  if (type === "s") return plain(texts[Number(value)] ?? "");
  if (type === "b") return value === "1" ? "yes" : "no";
  if (type !== "n") return plain(value);
  const style = Number(/\bs="(\d+)"/.exec(attributes)?.[1] ?? -1);
  return numberText(Number(value), dates[style] ?? null, is1904 ? EPOCH_1904 : EPOCH);
}

function plain(text: string): string {
  return cellAsMeant(visibleText(text).trim());
}

function numberText(value: number, kind: "date" | "time" | null, epoch: number): string {
  if (!Number.isFinite(value)) return "";
  if (kind === null) return String(Number(value.toPrecision(12)));
  const minute = Math.round((value % 1) * MINUTES_PER_DAY);
  if (kind === "time" || value < 1) return clockText(minute);
  const on = new Date(epoch + Math.floor(value) * DAY_MS);
  if (Number.isNaN(on.getTime())) return String(value);
  const date = dayOfColumn(on);
  return minute === 0 ? date : `${date} ${clockText(minute)}`;
}

/** Text in one piece or in several of different looks, without how it is pronounced. */
function textIn(xml: string): string {
  const spoken = xml.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, "");
  return [...spoken.matchAll(/<(?:\w+:)?t\b[^>]*>([\s\S]*?)<\/(?:\w+:)?t>/g)]
    .map(([, text = ""]) => unescaped(text))
    .join("");
}

function tagsIn(xml: string, name: string): Record<string, string>[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\b([^>]*)>`, "g"))].map(([, attributes = ""]) =>
    Object.fromEntries(
      [...attributes.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [
        key,
        unescaped(value),
      ]),
    ),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
      if (name) return ENTITIES[name] ?? whole;
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/_x([0-9A-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
