import "server-only";
import type { PublicCtx } from "@/lib/context";
import { env } from "@/lib/env";
import { rangeWords, type TimeSpeaker } from "@/lib/i18n/time-words";
import type { Translator } from "@/lib/i18n/translator";
import type { ComposedMail, MailContent, QueuedMail, ToAccount } from "@/lib/mail/schema";
import { readEntryOfMail } from "@/lib/training/invitations/queries";
import { entryIcs, entryMethod } from "@/lib/training/invitations/rules";
import { stretchOfDate } from "@/lib/training/sessions/rules";

type EntryMail = Omit<MailContent, "locale" | "greeting"> & Pick<ComposedMail, "thread" | "calendar">;
type Words = { t: Translator<"mail">; time: TimeSpeaker };

/** One date of a seat with its entry for the calendar, as it stands when the mail goes out; null where a later mail tells of it. */
export async function sayTrainingEntry(
  ctx: PublicCtx,
  mail: QueuedMail & ToAccount,
  { t, time }: Words,
): Promise<EntryMail | null> {
  const entry = await readEntryOfMail(ctx, mail);
  if (!entry) return null;
  const { course, location, isCancelled, sequence, id } = entry;
  const kind = isCancelled ? "cancelled" : sequence > 0 ? "changed" : "booked";
  const when = rangeWords(time, stretchOfDate(entry));
  return {
    subject: t(`trainingEntry.${kind}`, { course, when }),
    lines: [
      { text: t(`trainingEntry.${kind}`, { course, when }) },
      ...(location ? [{ text: location }] : []),
    ],
    action: { label: t("notices.open"), href: `${env().NEXTAUTH_URL}/assistant/training` },
    reason: t("trainingEntry.reason"),
    thread: id,
    calendar: { method: entryMethod(entry), text: entryIcs(entry) },
  };
}
