import { useTranslations } from "next-intl";
import { useDayWords } from "@/components/time/use-day-words";
import { Link } from "@/components/ui/layout/link";
import type { EnrolmentView } from "@/lib/training/enrolments/schema";
import { DeclineForm } from "./decline-form";

type UndecidedHereProps = { enrolments: readonly EnrolmentView[]; sessionId: string };

/** Who asked for a seat in the session and waits for a decision: what it would do is looked at before it is given. */
export function UndecidedHere({ enrolments, sessionId }: UndecidedHereProps) {
  const t = useTranslations("training.undecided");
  const dayWords = useDayWords();
  return (
    <ul>
      {enrolments.map((enrolment) => {
        const { id, assistantId, assistantName: name, askedAt, note } = enrolment;
        return (
          <li key={id} className="flex items-center gap-2 border-b border-hair py-2">
            <p className="grid min-w-0 flex-1 text-sm">
              <span className="truncate font-medium">{name}</span>
              <span className="text-xs text-ink-2">
                {[t("asked", { day: dayWords(askedAt.slice(0, 10)) }), note].filter(Boolean).join(" · ")}
              </span>
            </p>
            <Link
              href={`/manager/training/sessions/${sessionId}?person=${assistantId}`}
              scroll={false}
              aria-label={t("decideOf", { name })}
              className="row-act"
            >
              {t("decide")}
            </Link>
            <DeclineForm enrolment={enrolment} />
          </li>
        );
      })}
    </ul>
  );
}
