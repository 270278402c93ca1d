import { visibleText } from "@/lib/text";
import { FILE_KINDS, type FileKind } from "./rules-kinds";

const LONGEST_NAME = 120;
const UNSAFE = /[\p{Cc}\p{Cf}<>:"/\\|?*]/gu;

/** A name that is safe on every computer, with an ending that says what the file holds. */
export function harmlessName(name: string, kind: FileKind): string {
  const { endings } = FILE_KINDS[kind];
  const last = visibleText(name).split(/[/\\]/).at(-1) ?? "";
  const plain = last
    .replace(UNSAFE, " ")
    .replace(/\s+/g, " ")
    .replace(/^[ .]+|[ .]+$/g, "");
  const ending = /\.([a-z0-9]+)$/i.exec(plain)?.[1]?.toLowerCase();
  const isRight = endings.some((one) => one === ending);
  const right = isRight ? `.${ending}` : `.${endings[0]}`;
  const stem = isRight ? plain.slice(0, -right.length) : plain;
  return `${stem.slice(0, LONGEST_NAME - right.length).trim() || "file"}${right}`;
}

/** The header with which a browser saves a file under its name instead of showing it. */
export function savedAs(name: string): string {
  const ascii = name.normalize("NFD").replace(/[^\x20-\x7e]|["\\%]/g, "");
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
