import "server-only";
import { createTranslator } from "use-intl/core";
import type { Person } from "@/lib/actor";
import { asManager } from "@/lib/auth/person";
import type { NoticeKind } from "@/lib/catalogues/notices";
import type { Ctx } from "@/lib/context";
import type { LocaleTag } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import type { TimeSpeaker } from "@/lib/i18n/time-words";
import { getBrief } from "@/lib/insight/brief/queries";
import { briefWords } from "@/lib/insight/brief/rules-words";
import type { MailLine } from "@/lib/mail/schema";
import { RangeFact } from "@/lib/notices/schema";
import { isoWeekOf } from "@/lib/time/iso-week";

const BRIEF: NoticeKind = "brief_ready";

/** How a mail speaks: in which language, and where its links lead. */
type MailSpeech = { locale: LocaleTag; time: TimeSpeaker; open: string; publicUrl: string };

/** What the notice of a brief says further in a mail: all that waits in the week, as its page says it at that moment; nothing for other kinds. */
export async function linesOfBrief(
  { actor, ...ctx }: Ctx<Person>,
  { kind, params }: { kind: string; params: unknown },
  { locale, time, open, publicUrl }: MailSpeech,
): Promise<MailLine[]> {
  const manager = kind === BRIEF ? asManager(actor) : null;
  const range = RangeFact.safeParse((params as { range?: unknown } | null)?.range).data;
  if (!manager || !range) return [];
  const t = createTranslator({ locale, messages: messages[actor.locale], namespace: "brief" });
  const { blocks } = await getBrief({ ...ctx, actor: manager }, { week: isoWeekOf(range.from) });
  if (blocks.length === 0) return [{ text: t("empty") }];
  return blocks.flatMap(({ key, count, lines }) => [
    { text: t("count", { title: t(`block.${key}`), count }) },
    ...lines.map((line) => ({
      text: briefWords({ t, time }, line),
      link: { label: open, href: `${publicUrl}${line.href}` },
    })),
  ]);
}
