import { visibleText } from "@/lib/text";

export const MOST_RESUME_PAGES = 30;
export const LONGEST_RESUME_TEXT = 200_000;

/** Why no text came of a résumé: it is locked by a password, holds none, can't be read, or took more than is given to it. */
export const RESUME_TEXT_FAULTS = ["locked", "empty", "unreadable", "too_much"] as const;
export type ResumeTextFault = (typeof RESUME_TEXT_FAULTS)[number];

/**
 * The text of a résumé as it is read and searched: ligatures as letters, words that a line's end broke made whole, and neither what can't
 * be seen nor more empty lines than one.
 */
export function plainResumeText(text: string): string {
  const letters = text
    .slice(0, LONGEST_RESUME_TEXT)
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize("NFKD"))
    .normalize("NFC")
    .replace(/\u00ad/g, "")
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\n\t])\p{Cc}/gu, "");
  return visibleText(letters)
    .replace(/(\p{Ll})[-\u2010]\n[ \t]*(?=\p{Ll})/gu, "$1")
    .replace(/[ \t\u00a0]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
