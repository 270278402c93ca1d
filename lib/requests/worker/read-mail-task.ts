import PostalMime, { type Attachment, type Email } from "postal-mime";
import { type MailFile, plainMailText, type ReadMail } from "../inbound/rules";
import { textOfHtml } from "../inbound/rules-html";

const DEEPEST = 30;
const MOST_HEADER_BYTES = 256 * 1024;
const MOST_TEXT = 100_000;
const MOST_FILES_READ = 50;
const MOST_REFERENCES = 50;
const MOST_ADDRESSES = 100;

/** Reads a raw mail (RFC 5322, MIME) into what is looked at; throws for what is no mail, or is nested too deep. */
export async function runReadMail(raw: Uint8Array): Promise<ReadMail> {
  const mail = await PostalMime.parse(raw, {
    maxNestingDepth: DEEPEST,
    maxHeadersSize: MOST_HEADER_BYTES,
    attachmentEncoding: "arraybuffer",
  });
  const headers = headersOf(mail);
  return {
    messageId: idsIn(mail.messageId)[0] ?? null,
    from: mailboxesOf(mail.from ? [mail.from] : []).concat(otherSenders(mail)),
    to: addressedTo(mail, headers),
    subject: plainMailText(mail.subject ?? "")
      .replace(/\s+/g, " ")
      .trim()
      .slice(0, 500),
    text: wordsOf(mail),
    references: [...idsIn(mail.references), ...idsIn(mail.inReplyTo)].slice(-MOST_REFERENCES),
    headers,
    files: mail.attachments.slice(0, MOST_FILES_READ).flatMap(fileOf),
    reply: replyOf(mail.attachments),
  };
}

function headersOf({ headers }: Email): Record<string, string> {
  const topmost: Record<string, string> = Object.create(null);
  for (const { key, value } of headers) topmost[key] ??= value.slice(0, 4_000);
  return { ...topmost };
}

/** The plain part; where it says nothing, the words of the HTML part. */
function wordsOf({ text, html }: Email): string {
  const plain = plainMailText((text ?? "").slice(0, MOST_TEXT)).trim();
  if (plain !== "" || !html) return plain;
  return plainMailText(textOfHtml(html)).slice(0, MOST_TEXT).trim();
}

type Named = { name?: string; address?: string; group?: readonly Named[] };

function mailboxesOf(list: readonly Named[]): ReadMail["from"] {
  return list.flatMap((one) =>
    one.group
      ? mailboxesOf(one.group)
      : one.address
        ? [{ name: one.name ?? "", address: one.address.toLowerCase() }]
        : [],
  );
}

/** More From headers than one, or one with a second address, name no one sender; postal-mime keeps the first alone. */
function otherSenders({ headers }: Email): ReadMail["from"] {
  const senders = headers.filter(({ key }) => key === "from").map(({ value }) => value.slice(0, 4_000));
  const [first = "", ...others] = senders;
  const second = /@[^,;]*[,;][^@]*@/.test(first.replace(/"[^"]*"/g, "")) ? [first] : [];
  return [...others, ...second].map(() => ({ name: "", address: "" }));
}

const DELIVERED = ["delivered-to", "x-original-to", "x-forwarded-to", "x-envelope-to", "envelope-to"];

function addressedTo(mail: Email, headers: ReadMail["headers"]): string[] {
  const named = mailboxesOf([...(mail.to ?? []), ...(mail.cc ?? []), ...(mail.bcc ?? [])]).map(
    ({ address }) => address,
  );
  const delivered = DELIVERED.flatMap((name) => headers[name]?.match(/[^\s<>,;]+@[^\s<>,;]+/g) ?? []);
  return [...new Set([...delivered, ...named].map((address) => address.toLowerCase()))].slice(
    0,
    MOST_ADDRESSES,
  );
}

function idsIn(header: string | undefined): string[] {
  return header?.slice(0, 20_000).match(/<[^<>\s]{1,250}>/g) ?? [];
}

function bytesOf({ content }: Attachment): Uint8Array {
  if (typeof content === "string") return new TextEncoder().encode(content);
  return new Uint8Array(content as ArrayBuffer);
}

function fileOf(attachment: Attachment): MailFile[] {
  const { filename, mimeType, related, disposition, contentId } = attachment;
  if (isReply(attachment)) return [];
  const isWithinText = related === true || (disposition === "inline" && Boolean(contentId));
  const name = plainMailText(filename ?? "").slice(0, 200);
  return [
    { name: name || "file", bytes: bytesOf(attachment), isWithinText, isImage: /^image\//i.test(mimeType) },
  ];
}

function isReply({ mimeType, method }: Attachment): boolean {
  return /^text\/calendar$/i.test(mimeType) && method?.toUpperCase() === "REPLY";
}

const MOST_CALENDAR_BYTES = 200_000;

/** The part of a mail that answers an invitation (RFC 6047). */
function replyOf(attachments: readonly Attachment[]): string | null {
  const found = attachments.find(isReply);
  const bytes = found && bytesOf(found);
  return bytes && bytes.length <= MOST_CALENDAR_BYTES ? new TextDecoder().decode(bytes) : null;
}
