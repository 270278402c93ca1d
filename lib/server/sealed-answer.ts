import { createHash } from "node:crypto";
import { openText, sealText } from "@/lib/sealed";

/** What a key is kept as; whoever has read the table doesn't know the key. */
export function nameOfKey(key: string): string {
  return createHash("sha256").update(`name ${key}`).digest("base64url");
}

/** An answer that only whoever repeats the request with its key reads. */
export function sealAnswer(key: string, text: string): string {
  return sealText(key, "kept answer", text);
}

/** The answer that was sealed under a key; throws where it is another key's or has been changed. */
export function openAnswer(key: string, sealed: string): string {
  return openText(key, "kept answer", sealed);
}
