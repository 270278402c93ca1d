import { useTranslations } from "next-intl";
import { useDayWords } from "@/components/time/use-day-words";
import type { MentorshipView } from "@/lib/mentoring/pairs/schema";
import { EndPair } from "./end-pair";

/** Who mentors whom: how it stands and that they meet, never what about. */
export function PairList({ pairs }: { pairs: readonly MentorshipView[] }) {
  const t = useTranslations("mentoring.pool");
  const cadence = useTranslations("mentoring.cadence");
  const dayWords = useDayWords();
  const line = ({ status, meetings, cadence: often }: MentorshipView) => {
    if (status === "proposed") return t("proposed");
    const held = meetings.filter((one) => one.status === "held");
    const [last] = held;
    return [
      t(status === "paused" ? "paused" : "active"),
      cadence(often),
      t("met", { count: held.length }),
      last && t("last", { day: dayWords(last.on) }),
    ]
      .filter(Boolean)
      .join(" · ");
  };
  return (
    <ul>
      {pairs.map((pair) => (
        <li
          key={pair.id}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 border-b border-hair py-2 text-sm"
        >
          <p className="grid min-w-0">
            <span className="font-medium">{t("line", { mentor: pair.mentor, mentee: pair.mentee })}</span>
            <span className="text-ink-2">{line(pair)}</span>
          </p>
          <EndPair pair={pair} />
        </li>
      ))}
    </ul>
  );
}
