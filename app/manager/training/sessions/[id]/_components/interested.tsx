import { useTranslations } from "next-intl";
import { useDayWords } from "@/components/time/use-day-words";
import type { EnrolmentView } from "@/lib/training/enrolments/schema";
import { DeclineForm } from "./decline-form";

/** Who wants to go as soon as there is a date, in the order in which they said so. */
export function Interested({ enrolments }: { enrolments: readonly EnrolmentView[] }) {
  const t = useTranslations("training.interested");
  const dayWords = useDayWords();
  return (
    <ol>
      {enrolments.map((enrolment) => (
        <li key={enrolment.id} className="flex items-center gap-2 border-b border-hair py-2">
          <p className="grid min-w-0 flex-1 text-sm">
            <span className="truncate font-medium">{enrolment.assistantName}</span>
            <span className="text-xs text-ink-2">
              {t("since", { day: dayWords(enrolment.askedAt.slice(0, 10)) })}
            </span>
          </p>
          <DeclineForm enrolment={enrolment} />
        </li>
      ))}
    </ol>
  );
}
