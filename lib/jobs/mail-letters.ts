import "server-only";
import type { SystemCtx } from "@/lib/context";
import { readSentLetter } from "@/lib/letters/queries-file";
import type { ComposedMail, LetterMail } from "@/lib/mail/schema";

/** An approved letter as a mail: in its executive's name, to its recipient, word for word and as PDF; answers go to the executive. */
export async function composeLetterMail(
  ctx: SystemCtx,
  { letterId }: LetterMail,
): Promise<ComposedMail | null> {
  const letter = await readSentLetter(ctx, letterId);
  if (!letter) return null;
  const { from, to, title, language, text, file } = letter;
  return {
    to: { name: to.name, address: to.email },
    sender: { name: from.name, replyTo: from.email },
    content: { locale: language, subject: title, greeting: "", lines: [], reason: "" },
    written: { text, files: [file] },
  };
}
