import "server-only";
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { caseKeyOfProcess } from "@/lib/env";

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const LENGTH_BYTES = 4;
/** Lengths of words say something too, so they are filled up to this many bytes. */
const BLOCK_BYTES = 256;

/** The words of conversations can't be read: no key is set, or not the one they were sealed with. */
export class CaseLocked extends Error {
  constructor() {
    super("conversations are locked: CASE_KEY is missing, or is not the one they were sealed with");
  }
}

/** A key of one conversation, as its row keeps it: sealed with the key of the installation, and which that was. */
export type WrappedKey = { wrappedKey: Uint8Array<ArrayBuffer>; keyId: string };

/** The key of the installation by fingerprint, or null where there is none. */
export function caseKeyId(): string | null {
  const key = caseKeyOfProcess();
  return key && createHash("sha256").update(masterOf(key)).digest("hex").slice(0, 12);
}

/** Makes the key of a new conversation. */
export function newCaseKey(caseId: string): WrappedKey & { key: Buffer } {
  const key = randomBytes(KEY_BYTES);
  return { key, wrappedKey: seal(master(), `cases|${caseId}`, key), keyId: caseKeyId() ?? "" };
}

/** The key of a conversation; throws where it is locked, or its row has been changed. */
export function openCaseKey(caseId: string, { wrappedKey, keyId }: WrappedKey): Buffer {
  if (keyId !== caseKeyId()) throw new CaseLocked();
  return open(master(), `cases|${caseId}`, wrappedKey);
}

/** Words of a conversation as a row keeps them: bound to that row, so that in another they can't be read. */
export function sealWords(key: Buffer, place: WordsPlace, words: string): Uint8Array<ArrayBuffer> {
  return seal(key, placeText(place), padded(Buffer.from(words, "utf8")));
}

/** The words that were sealed into a row; throws on those of another row, or that were changed. */
export function openWords(key: Buffer, place: WordsPlace, sealed: Uint8Array): string {
  const bytes = open(key, placeText(place), sealed);
  return bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + bytes.readUInt32BE(0)).toString("utf8");
}

type WordsPlace = { id: string; caseId: string };

function placeText({ id, caseId }: WordsPlace): string {
  return `case_texts|${id}|${caseId}`;
}

function master(): Buffer {
  const key = caseKeyOfProcess();
  if (!key) throw new CaseLocked();
  return masterOf(key);
}

function masterOf(key: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key, "standby", "cases", KEY_BYTES));
}

function padded(words: Buffer): Buffer {
  const size = Math.ceil((LENGTH_BYTES + words.length) / BLOCK_BYTES) * BLOCK_BYTES;
  const bytes = Buffer.alloc(size);
  bytes.writeUInt32BE(words.length, 0);
  words.copy(bytes, LENGTH_BYTES);
  return bytes;
}

function seal(key: Buffer, place: string, bytes: Buffer): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), sealed]));
}

function open(key: Buffer, place: string, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
}
