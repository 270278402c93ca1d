import type { Interval } from "@/lib/time/interval";

const WORD = /[\p{L}\p{N}]+/gu;
const NUMBER = /\+?\d[\d\s()./-]{5,}\d/g;
const DIGITS_COMPARED = 7;
/** What differs at the end of two words of one stem, at most: "meeting" and "meetings", "möten" and "mötet". */
const LONGEST_ENDING = 3;
const LEAST_STEM = 4;

/** A text as the search folds it: without case and accents. */
function asSearched(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Where the words that were typed, or others of their stem, stand in a text; a number is found in any notation. */
export function hitsIn(text: string, typed: string): Interval[] {
  const digits = lastDigits(typed);
  if (/^\s*\+?[\d\s()./-]+$/.test(typed) && digits)
    return placesOf(text, NUMBER, (number) => lastDigits(number) === digits);
  const wanted = [...typed.matchAll(WORD)].map(([word]) => asSearched(word));
  return placesOf(text, WORD, (word) => wanted.some((one) => isOfWord(asSearched(word), one)));
}

function lastDigits(text: string): string | null {
  const digits = text.replace(/\D/g, "");
  return digits.length < DIGITS_COMPARED ? null : digits.slice(-DIGITS_COMPARED);
}

function placesOf(text: string, piece: RegExp, isHit: (piece: string) => boolean): Interval[] {
  return [...text.matchAll(piece)]
    .filter(([found]) => isHit(found))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

function isOfWord(word: string, wanted: string): boolean {
  if (word.startsWith(wanted)) return true;
  let shared = 0;
  while (shared < word.length && word[shared] === wanted[shared]) shared++;
  const ending = Math.max(word.length, wanted.length) - shared;
  return shared >= LEAST_STEM && ending <= LONGEST_ENDING;
}

const BEFORE = 40;
const MOST = 140;

/** A piece of the first text that holds what was typed, beginning a little before it; null where none does. */
export function excerptOf(texts: readonly string[], typed: string): string | null {
  for (const text of texts) {
    const [first] = hitsIn(text, typed);
    if (first) return pieceAround(text.replace(/\s/g, " "), first.start);
  }
  return null;
}

function pieceAround(text: string, place: number): string {
  const earliest = Math.max(0, place - BEFORE);
  const start = earliest === 0 ? 0 : text.indexOf(" ", earliest) + 1;
  const from = Math.min(start, place);
  const end = from + MOST;
  return `${from > 0 ? "…" : ""}${text.slice(from, end)}${end < text.length ? "…" : ""}`;
}
