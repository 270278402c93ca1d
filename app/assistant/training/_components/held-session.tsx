import { useTranslations } from "next-intl";
import { useDayWords } from "@/components/time/use-day-words";
import { hoursText } from "@/lib/time/hours";
import type { SessionView } from "@/lib/training/sessions/schema";

/** A session I hold: when, where and for how many. */
export function HeldSession({ session }: { session: SessionView }) {
  const t = useTranslations("training.mine");
  const dayWords = useDayWords();
  const { course, dates, location, held, capacity } = session;
  return (
    <li className="grid border-b border-line py-3">
      <span className="font-medium">{course}</span>
      <span className="tnum text-sm text-ink-2">
        {[
          ...dates.map((date) => `${dayWords(date.on)}, ${hoursText(date)}`),
          location,
          t("participants", { held, capacity }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </span>
    </li>
  );
}
