import { z } from "zod";

const ONE_LINE = /^[^\p{Cc}\p{Cs}]*$/u;
const SEVERAL_LINES = /^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u;
const UNSEEN =
  /(?<!\p{Extended_Pictographic}\p{M}?|\p{Emoji_Modifier})\u200D|\u2800|(?!\uFE0F|\u200D)\p{Default_Ignorable_Code_Point}/gu;

/** The text composed (NFC), every kind of space a plain one, and without characters that can't be seen or turn the direction of writing; joined emoji stay. */
export function visibleText(text: string): string {
  return text
    .replace(UNSEEN, "")
    .replace(/[\p{Zs}\u2028\u2029]/gu, " ")
    .normalize("NFC");
}

/** One line of text from outside, visible, trimmed, without control characters; empty is allowed unless a least length is given. */
export function oneLine(most: number, least = 0) {
  return z.string().overwrite(visibleText).trim().min(least).max(most).regex(ONE_LINE);
}

/** Text of several lines from outside, visible, trimmed; line breaks and tabs are the only control characters. */
export function manyLines(most: number, least = 0) {
  return z.string().overwrite(visibleText).trim().min(least).max(most).regex(SEVERAL_LINES);
}

const PHONE = /^(?:\+?\(?\d(?:[ ()/.-]*\d){4,19})?$/;

/** A phone number as people write it: 5 to 20 digits with spaces and signs between, "+" first where it is international; empty for none. */
export const PhoneText = oneLine(40).regex(PHONE);

/** What a list is searched for. */
export const SearchText = oneLine(100);
