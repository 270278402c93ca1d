import { z } from "zod";

const ONE_LINE = /^\P{Cc}*$/u;

/** One line of text from outside, trimmed, without control characters; empty is allowed unless a least length is given. */
export function oneLine(most: number, least = 0) {
  return z.string().trim().min(least).max(most).regex(ONE_LINE);
}

/** Text of several lines from outside, trimmed; line breaks and tabs are the only control characters. */
export function manyLines(most: number, least = 0) {
  return z
    .string()
    .trim()
    .min(least)
    .max(most)
    .regex(/^[\P{Cc}\n\r\t]*$/u);
}

/** What a list is searched for. */
export const SearchText = oneLine(100);
