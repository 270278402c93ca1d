import { FILE_KINDS, kindOf } from "@/lib/files/rules-kinds";
import { MOST_FILE_BYTES } from "@/lib/files/rules-limits";

export const RESUME_FAULTS = ["missing", "empty", "large", "picture", "sheet", "old_word", "kind"] as const;
export type ResumeFault = (typeof RESUME_FAULTS)[number];

const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];

/** Why a file can't be a résumé, told by its content and never by its name; null for PDF and DOCX. */
export function resumeFault(bytes: Uint8Array): ResumeFault | null {
  if (bytes.length === 0) return "empty";
  if (bytes.length > MOST_FILE_BYTES) return "large";
  const kind = kindOf(bytes);
  if (kind === "pdf" || kind === "docx") return null;
  if (kind === "xlsx" || kind === "pptx") return "sheet";
  if (kind !== null && FILE_KINDS[kind].type.startsWith("image/")) return "picture";
  return OLD_OFFICE.every((byte, i) => bytes[i] === byte) ? "old_word" : "kind";
}
