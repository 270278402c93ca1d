/** How a letter stands: written, waiting for who signs it, and what came of that. */
export const LETTER_STATUSES = ["draft", "for_approval", "approved", "returned", "sent"] as const;
export type LetterStatus = (typeof LETTER_STATUSES)[number];

/** The languages letters are written in. */
export const LETTER_LANGUAGES = ["en", "sv"] as const;
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number];

/** What a letter can be had as. */
export const LETTER_FILES = ["pdf", "docx", "eml"] as const;
export type LetterFileKind = (typeof LETTER_FILES)[number];

/** What stands on each page of a letter that is not approved, in the letter's language. */
export const DRAFT_MARK: Readonly<Record<LetterLanguage, string>> = { en: "Draft", sv: "Utkast" };

/** How a letter goes out: by mail from here, or by post and the like. */
export const LETTER_WAYS = ["mail", "post"] as const;
export type LetterWay = (typeof LETTER_WAYS)[number];
