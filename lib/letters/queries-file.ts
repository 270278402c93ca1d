import "server-only";
import type { Person } from "@/lib/actor";
import type { Ctx, PublicCtx } from "@/lib/context";
import { requireLetterRow, type VisibleLetter, valuesOf } from "./queries";
import { DRAFT_MARK, type LetterFileKind } from "./rules-choices";
import { FIELD_KEYS, fieldName } from "./rules-fields";
import { letterText, plainLetter, wordsOfLine } from "./rules-text";
import type { LetterFileInput } from "./schema";
import { makeLetterFile } from "./worker/letter-file";
import type { LetterOrder } from "./worker/order";

const TYPES: Record<LetterFileKind, string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  eml: "message/rfc822",
};

/** A letter's latest version as a file, in the letter's language; one that is not approved says on each page that it is a draft. */
export async function getLetterFile(ctx: Ctx<Person>, { id, as }: LetterFileInput): Promise<File> {
  const { language, status, latest, request } = await requireLetterRow(ctx, id);
  const { email } = await ctx.db.user.findUniqueOrThrow({
    where: { id: request.executive.userId },
    select: { email: true },
  });
  const order = orderOf({ language, status, latest }, { name: request.executive.user.name, email }, as);
  const { bytes } = await makeLetterFile(order);
  return new File([new Uint8Array(bytes)], `${nameOf(order.title)}.${as}`, { type: TYPES[as] });
}

type Written = Pick<VisibleLetter, "language" | "status"> & {
  latest: Pick<VisibleLetter["latest"], "subject" | "body" | "values" | "recipientEmail" | "writtenAt">;
};

/** What a file of a letter's latest version is made of. */
function orderOf(
  { language, status, latest }: Written,
  from: LetterOrder["from"],
  as: LetterFileKind,
): LetterOrder {
  const text = letterText(latest.subject, latest.body, latest.values);
  const isApproved = status === "approved" || status === "sent";
  return {
    ...{ as, language, text, from, writtenAt: latest.writtenAt },
    title: wordsOfLine(text.subject, (field) => fieldName(field, language)),
    missing: Object.fromEntries(FIELD_KEYS.map((key) => [key, fieldName(key, language)])),
    mark: isApproved ? null : DRAFT_MARK[language],
    to: { name: latest.values.recipient ?? "", email: latest.recipientEmail },
  };
}

/** An approved letter as it goes out by mail: its words, itself as PDF, and from whom to whom. Null where it is not one. */
export async function readSentLetter({ db }: PublicCtx, id: string) {
  const letter = await db.letter.findUnique({
    where: { id },
    select: {
      ...{ language: true, status: true },
      versions: { orderBy: { number: "desc" }, take: 1 },
      request: { select: { executive: { select: { user: { select: { name: true, email: true } } } } } },
    },
  });
  const latest = letter?.versions[0];
  if (letter?.status !== "sent" || !latest || latest.recipientEmail === "") return null;
  const values = valuesOf(latest.values);
  const from = letter.request.executive.user;
  const order = orderOf({ ...letter, latest: { ...latest, values } }, from, "pdf");
  const { bytes } = await makeLetterFile(order);
  const { title, to, text, missing } = order;
  return {
    ...{ from, to, title, language: letter.language },
    text: plainLetter(text, (field) => missing[field] ?? field),
    file: { name: `${nameOf(title)}.pdf`, type: TYPES.pdf, bytes },
  };
}

/** A name that is safe on every computer. */
function nameOf(title: string): string {
  const plain = title.replace(/[\p{Cc}\p{Cf}<>:"/\\|?*.]+/gu, " ").replace(/\s+/g, " ");
  return plain.trim().slice(0, 100).trim() || "letter";
}
