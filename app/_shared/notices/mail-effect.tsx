import { useFormatter, useTranslations } from "next-intl";
import { useWeekdayWords } from "@/components/time/use-day-words";
import type { PersonTimes } from "@/lib/notices/rules-delivery";
import type { NoticeSetting } from "@/lib/notices/schema";
import { clockText } from "@/lib/time/hours";

type MailEffectProps = { settings: readonly NoticeSetting[]; times: PersonTimes };

/** What all settings together come to, in one sentence. */
export function MailEffect({ settings, times }: MailEffectProps) {
  const t = useTranslations("noticeSettings");
  const format = useFormatter();
  const weekdayWords = useWeekdayWords();
  const count = (delivery: NoticeSetting["delivery"]) =>
    settings.filter((setting) => setting.delivery === delivery).length;
  const days = times.quietDays.map((weekday) => weekdayWords(weekday, "long"));
  return (
    <p className="text-base text-pretty text-ink-2">
      {t("effect", {
        mail: count("mail"),
        digest: count("digest"),
        time: clockText(times.digestMinute),
        days: days.length > 0 ? format.list(days) : "none",
      })}
    </p>
  );
}
