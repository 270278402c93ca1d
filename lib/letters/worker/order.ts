import type { LetterFileKind, LetterLanguage } from "../rules-choices";
import type { LetterText } from "../rules-text";

/** What a letter's file is made of. `mark` stands on each page of what is not approved, and `missing` names the fields. */
export type LetterOrder = {
  as: LetterFileKind;
  language: LetterLanguage;
  text: LetterText;
  title: string;
  mark: string | null;
  missing: Readonly<Record<string, string>>;
  from: { name: string; email: string };
  to: { name: string; email: string };
  writtenAt: Date;
};

export type LetterPages = { bytes: Uint8Array; pages: number | null };
