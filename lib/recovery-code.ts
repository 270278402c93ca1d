import "server-only";
import { randomBytes } from "node:crypto";

/** Crockford's letters: none that is taken for another. */
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
const BYTES = 16;

/** A recovery code: 80 random bits in four groups of four letters. */
export function newRecoveryCode(): string {
  const letters = Array.from(randomBytes(BYTES), (byte) => LETTERS[byte % LETTERS.length]).join("");
  return letters.replace(/.{4}(?=.)/g, "$&-");
}

/** A recovery code as it was typed, in the one way it is written; null for what can be none. */
export function readRecoveryCode(typed: string): string | null {
  const letters = typed.toLowerCase().replace(/[\s-]/g, "").replace(/o/g, "0").replace(/[il]/g, "1");
  if (letters.length !== BYTES || [...letters].some((letter) => !LETTERS.includes(letter))) return null;
  return letters.replace(/.{4}(?=.)/g, "$&-");
}
