import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What a key is kept as; whoever has read the table doesn't know the key. */
export function nameOfKey(key: string): string {
  return createHash("sha256").update(`name ${key}`).digest("base64url");
}

/** A text that only whoever knows the key reads (AES-256-GCM); the same text is another one each time. */
export function sealAnswer(key: string, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", secretOf(key), nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** The text that was sealed under a key; throws where it is another key's or has been changed. */
export function openAnswer(key: string, sealed: string): string {
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", secretOf(key), bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  return text.toString("utf8");
}

function secretOf(key: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key, "standby", "kept answer", 32));
}
