import MailComposer from "nodemailer/lib/mail-composer";
import { plainLetter } from "../rules-text";
import type { LetterOrder } from "./order";

/**
 * A letter as a mail that a mail program opens to be sent. Names, addresses and the subject are coded by the composer, and hold no line
 * break, so that none of them makes a header of its own.
 */
export async function mailMessage({
  text,
  title,
  mark,
  missing,
  language,
  from,
  to,
  writtenAt,
}: LetterOrder): Promise<Uint8Array> {
  const nameOf = (field: string) => missing[field] ?? field;
  const body = plainLetter(text, nameOf);
  const message = new MailComposer({
    from: { name: oneLineOf(from.name), address: from.email },
    ...(to.email && { to: { name: oneLineOf(to.name), address: to.email } }),
    subject: oneLineOf(mark ? `${mark}: ${title}` : title),
    text: mark ? `${mark}\n\n${body}` : body,
    date: writtenAt,
    headers: { "X-Unsent": "1", "Content-Language": language },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  return new Uint8Array(await message.build());
}

function oneLineOf(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ").trim();
}
