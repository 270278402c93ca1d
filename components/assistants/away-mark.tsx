import { TreePalm } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDayWords } from "@/components/time/use-day-words";
import type { AwayUntil } from "@/lib/absences/requests/rules";
import { hoursText } from "@/lib/time/hours";

/** That an assistant is away today, and until when; never why. */
export function AwayMark({ away: { startMinute, endMinute, to } }: { away: AwayUntil }) {
  const t = useTranslations("people.assistants");
  const dayWords = useDayWords();
  return (
    <span className="row-mark">
      <TreePalm aria-hidden className="size-3.5" />
      <span className="truncate">
        {startMinute !== null && endMinute !== null
          ? t("awayHours", { hours: hoursText({ startMinute, endMinute }) })
          : t("awayUntil", { day: dayWords(to) })}
      </span>
    </span>
  );
}
