import "server-only";
import { env } from "@/lib/env";
import { signatureOf } from "@/lib/sealed";
import { taggedAddress } from "./rules";

const SIGNATURE_BYTES = 8;
const ID_LETTERS = 25;
const ANSWER_TAG = new RegExp(`^r([a-z0-9]{${ID_LETTERS}})([0-9a-f]{${2 * SIGNATURE_BYTES}})$`);
const PERSONAL_TAG = /^p([a-z2-7]{26})$/;

/** The address that mail comes in at, and the secret it is signed with; null where mail in is off. */
export function mailIn(): { address: string; secret: string } | null {
  const { MAIL_IN_ADDRESS: address, MAIL_IN_SECRET: secret } = process.env;
  return address && secret ? { address, secret } : null;
}

/** The address at which a request is answered by mail: its id, signed, so that none can be made up. Null where mail in is off. */
export function answerAddressOf(requestId: string): string | null {
  const on = mailIn();
  if (!on) return null;
  const id = BigInt(`0x${requestId.replaceAll("-", "")}`)
    .toString(36)
    .padStart(ID_LETTERS, "0");
  return taggedAddress(on.address, `r${id}${signatureFor(requestId)}`);
}

function signatureFor(requestId: string): string {
  const signature = signatureOf(env().NEXTAUTH_SECRET, "answer by mail", requestId);
  return signature.subarray(0, SIGNATURE_BYTES).toString("hex");
}

/** The request whose answers come to an address; null for any address that we have not made. */
export function requestOfTag(tag: string): string | null {
  const [, id, signature] = ANSWER_TAG.exec(tag) ?? [];
  if (!id || !signature) return null;
  const value = [...id].reduce((sum, letter) => sum * 36n + BigInt(Number.parseInt(letter, 36)), 0n);
  const hex = value.toString(16).padStart(32, "0");
  if (hex.length !== 32) return null;
  const requestId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return signatureFor(requestId) === signature ? requestId : null;
}

/** The address that files for the executive of a personal link. */
export function personalAddress(token: string): string | null {
  const on = mailIn();
  return on && taggedAddress(on.address, `p${token}`);
}

/** The secret of a personal link in an address. */
export function tokenOfTag(tag: string): string | null {
  return PERSONAL_TAG.exec(tag)?.[1] ?? null;
}
