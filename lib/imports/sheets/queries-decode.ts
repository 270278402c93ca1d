import "server-only";
import { type CsvFile, type ImportFault, LARGEST_FILE_BYTES } from "@/lib/imports/schema";
import { visibleText } from "@/lib/text";
import { faultAt } from "./rules-sheet";

type Decoded = { ok: true; text: string } | { ok: false; fault: ImportFault };

/** What is said of a file that is larger than any may be; null for others. */
export function faultOfBytes(file: CsvFile, bytes: Uint8Array): ImportFault | null {
  const megabytes = LARGEST_FILE_BYTES / 1024 / 1024;
  return bytes.byteLength > LARGEST_FILE_BYTES ? faultAt({ file }, "too_large", { megabytes }) : null;
}

/** The text of a file: UTF-8 with or without a byte order mark, every line ended by one newline. */
export function decodeFile(file: CsvFile, content: Uint8Array | string): Decoded {
  const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
  const refuse = (...fault: Parameters<typeof faultAt>): Decoded => ({ ok: false, fault: faultAt(...fault) });
  const tooLarge = faultOfBytes(file, bytes);
  if (tooLarge) return { ok: false, fault: tooLarge };
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return refuse({ file, line: 1 }, "not_utf8");
  if (bytes.includes(0)) return refuse({ file }, "not_text");
  const text = strictText(bytes);
  if (text === null) return refuse({ file, line: firstUnreadableLine(bytes) }, "not_utf8");
  if (text.trim() === "") return refuse({ file }, "empty_file");
  return { ok: true, text: visibleText(text.replace(/\r\n?/g, "\n")) };
}

function strictText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function firstUnreadableLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline === -1 ? bytes.length : newline + 1;
    if (strictText(bytes.subarray(start, end)) === null) break;
    start = end;
  }
  return line;
}
