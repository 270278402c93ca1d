import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** 256 random bits as text for a cookie, a link or an API token. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

const BASE_32 = "abcdefghijklmnopqrstuvwxyz234567";
const PLAIN_LETTERS = 26;

/** 130 random bits in small letters and digits, for an address of e-mail, which may come back in capitals. */
export function newPlainSecret(): string {
  return Array.from(randomBytes(PLAIN_LETTERS), (byte) => BASE_32[byte % 32]).join("");
}

/** What is stored of a secret: its SHA-256 in hex. */
export function hashOfSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
