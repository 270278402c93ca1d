import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What a text is sealed or signed for; what was made for one purpose is worth nothing for another. */
export type SealPurpose =
  | "act in a mail"
  | "answer by mail"
  | "fingerprint"
  | "kept answer"
  | "offered seed"
  | "one-time link in a mail"
  | "second factor"
  | "unsubscribe"
  | "vote on a meeting"
  | "webhook secret";

/** A text that only whoever knows the key reads (AES-256-GCM); the same text is another one each time. */
export function sealText(key: string, purpose: SealPurpose, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", secretOf(key, purpose), nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** The text that was sealed under a key; throws where it is another key's or has been changed. */
export function openText(key: string, purpose: SealPurpose, sealed: string): string {
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", secretOf(key, purpose), bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  return text.toString("utf8");
}

/** A text with our signature (HMAC-SHA256), as a part of an address; it holds no dot. */
export function signText(key: string, purpose: SealPurpose, text: string): string {
  return `${text}.${signatureOf(key, purpose, text).toString("base64url")}`;
}

/** The text of what we have signed; null where it is not ours. */
export function signedText(key: string, purpose: SealPurpose, signed: string): string | null {
  const [text = "", signature = ""] = signed.split(".");
  const given = Buffer.from(signature, "base64url");
  const right = signatureOf(key, purpose, text);
  return given.length === right.length && timingSafeEqual(given, right) ? text : null;
}

/** The HMAC-SHA256 of a text: bytes that only whoever knows the key can make, the same each time. */
export function signatureOf(key: string, purpose: SealPurpose, text: string): Buffer {
  return createHmac("sha256", secretOf(key, purpose)).update(text).digest();
}

function secretOf(key: string, purpose: SealPurpose): Buffer {
  return Buffer.from(hkdfSync("sha256", key, "standby", purpose, 32));
}
