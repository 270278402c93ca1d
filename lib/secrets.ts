import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** 256 random bits as text for a cookie, a link or an API token. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a secret: its SHA-256 in hex. */
export function hashOfSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
