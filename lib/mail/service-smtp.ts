import "server-only";
import { createTransport } from "nodemailer";
import { messageIdOf, senderAddress } from "./rules";
import { partsOfMail, partsOfWritten } from "./rules-template";
import type { ComposedMail } from "./schema";

const PATIENCE_MS = 20_000;

/** The mail server, whom mail is from when nobody says otherwise, and the address of this installation. */
export type MailServer = { url: string; from: string | undefined; publicUrl: string };

/** Makes what hands a mail to the mail server; it throws what the server or the line says. */
export function deliveryBy({ url, from, publicUrl }: MailServer) {
  const { hostname } = new URL(publicUrl);
  const transport = createTransport({
    url,
    pool: true,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    // A body may name neither a file nor an address for the sender to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async (id: string, mail: ComposedMail): Promise<void> => {
    const root = mail.thread && messageIdOf(mail.thread, publicUrl);
    await transport.sendMail({
      from: senderOf(mail, from, publicUrl),
      to: mail.to,
      ...(mail.sender && { replyTo: mail.sender.replyTo }),
      subject: mail.content.subject,
      ...(mail.written ? partsOfWritten(mail.written.text, mail.content.locale) : partsOfMail(mail.content)),
      ...(mail.written && { attachments: mail.written.files.map(attachmentOf) }),
      ...(mail.calendar && { icalEvent: calendarPart(mail.calendar) }),
      messageId: messageIdOf(id, publicUrl),
      ...(mail.replyTo && { replyTo: mail.replyTo }),
      ...(root && { inReplyTo: root, references: root }),
      headers: headersOf(mail, hostname),
    });
  };
}

/** Whom a mail is from: the installation, or somebody by its address, so that mail servers take it as genuine. */
function senderOf({ sender }: ComposedMail, from: string | undefined, publicUrl: string) {
  const address = senderAddress(from, publicUrl);
  if (sender) return { name: sender.name.replace(/\p{Cc}+/gu, " ").trim(), address };
  return from ?? { name: "Standby", address };
}

function attachmentOf({ name, type, bytes }: NonNullable<ComposedMail["written"]>["files"][number]) {
  return { filename: name, contentType: type, content: Buffer.from(bytes) };
}

function calendarPart({ method, text }: NonNullable<ComposedMail["calendar"]>) {
  return { method, content: text, filename: "invite.ics" };
}

/** What a person wrote is theirs. Of the rest, no answering machine must answer it (RFC 3834; the second for Exchange); RFC 8058 lets it be switched off by POST over https alone. */
function headersOf(
  { content, written, unsubscribe }: ComposedMail,
  hostname: string,
): Record<string, string> {
  if (written) return { "Content-Language": content.locale };
  return {
    "Auto-Submitted": "auto-generated",
    "X-Auto-Response-Suppress": "All",
    "Content-Language": content.locale,
    "List-Id": `Standby <${hostname}>`,
    ...(unsubscribe && { "List-Unsubscribe": `<${unsubscribe}>` }),
    ...(unsubscribe?.startsWith("https:") && { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
  };
}
