import "server-only";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { requireLetterRow } from "./queries";
import { DRAFT_MARK, type LetterFileKind } from "./rules-choices";
import { FIELD_KEYS, fieldName } from "./rules-fields";
import { letterText, wordsOfLine } from "./rules-text";
import type { LetterFileInput } from "./schema";
import { makeLetterFile } from "./worker/letter-file";

const TYPES: Record<LetterFileKind, string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  eml: "message/rfc822",
};

/** A letter's latest version as a file, in the letter's language; one that is not approved says on each page that it is a draft. */
export async function getLetterFile(ctx: Ctx<Person>, { id, as }: LetterFileInput): Promise<File> {
  const { language, status, latest, request } = await requireLetterRow(ctx, id);
  const missing = Object.fromEntries(FIELD_KEYS.map((key) => [key, fieldName(key, language)]));
  const text = letterText(latest.subject, latest.body, latest.values);
  const title = wordsOfLine(text.subject, (field) => fieldName(field, language));
  const { email } = await ctx.db.user.findUniqueOrThrow({
    where: { id: request.executive.userId },
    select: { email: true },
  });
  const isApproved = status === "approved" || status === "sent";
  const { bytes } = await makeLetterFile({
    ...{ as, language, text, title, missing, writtenAt: latest.writtenAt },
    mark: isApproved ? null : DRAFT_MARK[language],
    from: { name: request.executive.user.name, email },
    to: { name: latest.values.recipient ?? "", email: latest.recipientEmail },
  });
  return new File([new Uint8Array(bytes)], `${nameOf(title)}.${as}`, { type: TYPES[as] });
}

/** A name that is safe on every computer. */
function nameOf(title: string): string {
  const plain = title.replace(/[\p{Cc}\p{Cf}<>:"/\\|?*.]+/gu, " ").replace(/\s+/g, " ");
  return plain.trim().slice(0, 100).trim() || "letter";
}
