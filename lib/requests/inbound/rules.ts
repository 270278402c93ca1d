import { type NewWords, newWordsOf } from "./rules-quotation";

/** A mail as a thread has read it: bounded, and without what nothing here looks at. */
export type ReadMail = {
  messageId: string | null;
  from: { name: string; address: string }[];
  /** Every address it was sent or delivered to. */
  to: string[];
  subject: string;
  text: string;
  /** Message-IDs it answers, the nearest last. */
  references: string[];
  /** By lower-case name; of several with one name, the topmost. */
  headers: Readonly<Record<string, string>>;
  files: MailFile[];
  /** The answer to an invitation, as a calendar wrote it. */
  reply: string | null;
};

export type MailFile = { name: string; bytes: Uint8Array; isWithinText: boolean; isImage: boolean };

const SUBJECT_PREFIX = /^\s*(re|sv|aw|vs|antw|fwd?|vb|vidarebefordrat|tr|wg)\s*(\[\d+\])?\s*[:：]\s*/i;
const FORWARD = /^\s*((re|sv|aw)\s*:\s*)?(fwd?|vb|vidarebefordrat|tr|wg)\s*:/i;

/** A subject without the marks of answers and forwards before it. */
export function plainSubject(subject: string): string {
  let plain = subject.replace(/\s+/g, " ").trim();
  for (let i = 0; i < 10 && SUBJECT_PREFIX.test(plain); i++) plain = plain.replace(SUBJECT_PREFIX, "");
  return plain.trim();
}

/** What the sender says: above the quotation of an answer, and all of what they forward. */
export function wordsOfMail({ subject, text }: Pick<ReadMail, "subject" | "text">): NewWords {
  return FORWARD.test(subject) ? { text: text.trim(), isCut: false } : newWordsOf(text);
}

const OUT_OF_OFFICE =
  /^\s*(automatic reply|auto(matic)?[ -]?reply|autosvar|automatiskt svar|out of (the )?office|frånvaro(meddelande)?|ej på kontoret|abwesenheitsnotiz|automatische antwort|undeliverable|undelivered mail|delivery status notification|mail delivery (failed|subsystem)|returned mail|kan inte levereras|olevererbart)\b\s*[:(]?/i;
const MACHINES = /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounce[s]?([+-].*)?)@/i;

/** True for what no person wrote to us: it changes nothing (RFC 3834, RFC 3464, lists, answering machines). */
export function isAutomatic({ headers, from, subject }: ReadMail): boolean {
  const said = (name: string) => headers[name]?.trim().toLowerCase() ?? "";
  const submitted = said("auto-submitted");
  if (submitted !== "" && !/^no\b/.test(submitted)) return true;
  if (/^(bulk|list|junk|auto_reply)\b/.test(said("precedence"))) return true;
  if (
    ["list-id", "list-unsubscribe", "x-autoreply", "x-autorespond", "x-mail-autoreply"].some(
      (one) => one in headers,
    )
  )
    return true;
  if (/^<\s*>$/.test(said("return-path"))) return true;
  if (/^multipart\/report\b/.test(said("content-type"))) return true;
  return from.some(({ address }) => MACHINES.test(address)) || OUT_OF_OFFICE.test(subject);
}

/** True where the mail server that took it in says that its sender may be another, or where it names no one sender. */
export function isDoubtful({ headers, from }: ReadMail): boolean {
  const results = (headers["authentication-results"] ?? "").toLowerCase();
  const failed = (check: string) =>
    new RegExp(`\\b${check}\\s*=\\s*(fail|softfail|permerror)\\b`).test(results);
  return from.length !== 1 || failed("dmarc") || (failed("spf") && !/\bdkim\s*=\s*pass\b/.test(results));
}

const SMALL_PICTURE = 50_000;

/** The files a sender meant to send: not the small pictures that stand within the text, such as the logo of a signature. */
export function filesMeant(files: readonly MailFile[]): MailFile[] {
  return files.filter(({ isWithinText, isImage, bytes }) => {
    return bytes.length > 0 && !(isWithinText && isImage && bytes.length < SMALL_PICTURE);
  });
}

/** The words behind the plus sign of each of our addresses that a mail was sent to: "requests+stockholm@…" → "stockholm". */
export function tagsOf(to: readonly string[], mailbox: string): string[] {
  const [local = "", domain = ""] = mailbox.toLowerCase().split("@");
  return to.flatMap((address) => {
    const [name = "", host] = address.toLowerCase().trim().split("@");
    return host === domain && name.startsWith(`${local}+`) ? name.slice(local.length + 1) : [];
  });
}

/** Our address with a word behind a plus sign (RFC 5233). */
export function taggedAddress(mailbox: string, tag: string): string {
  const [local = "", domain = ""] = mailbox.split("@");
  return `${local}+${tag}@${domain}`;
}

/** What the address of a pool says: its name in plain letters. */
export function poolTag(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 40);
}

const UUID_ID = /^<?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@([^>@\s]+)>?$/i;

/** The ids in those Message-IDs that this installation gave. */
export function ownIdsIn(references: readonly string[], host: string): string[] {
  return references.flatMap((reference) => {
    const [, id, at] = UUID_ID.exec(reference.trim()) ?? [];
    return id && at?.toLowerCase() === host.toLowerCase() ? [id.toLowerCase()] : [];
  });
}

const UNPRINTABLE = /[\p{Cc}\p{Cs}]/gu;
/** What Windows-1252 has from 0x80 to 0x9F, where other sets have control characters; decoders mistake the one for the other. */
const WINDOWS_SIGNS = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** Text of a mail without what a database or a page can't show. */
export function plainMailText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(UNPRINTABLE, (sign) => {
    if (sign === "\n" || sign === "\t") return sign;
    return WINDOWS_SIGNS[(sign.codePointAt(0) ?? 0) - 0x80] ?? " ";
  });
}

/** A line of at most so many letters, cut at a word. */
export function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most - 40)).trimEnd()}…`;
}
