import "server-only";
import { createHash } from "node:crypto";

/** What says whether two long texts are the same: their SHA-256 in hex. */
export function hashOfText(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
