import { useTranslations } from "next-intl";
import { useDayWords } from "@/components/time/use-day-words";
import type { EnrolmentView } from "@/lib/training/enrolments/schema";
import { EndEnrolment } from "./end-enrolment";

/** What one asked for: waiting for a decision, and waiting for a seat with one's turn, are two different things. */
export function AskedList({ enrolments }: { enrolments: readonly EnrolmentView[] }) {
  const t = useTranslations("training.mine");
  const dayWords = useDayWords();
  const standing = ({ status, position, waiting, askedAt }: EnrolmentView) => {
    if (status === "waitlisted") return t("waiting", { position: position ?? 1, count: waiting ?? 1 });
    const day = dayWords(askedAt.slice(0, 10));
    return status === "approved" ? t("kept") : t("undecided", { day });
  };
  return (
    <ul>
      {enrolments.map((enrolment) => (
        <li key={enrolment.id} className="grid gap-0.5 border-b border-hair py-2.5">
          <p className="font-medium">{enrolment.course}</p>
          <p className="text-sm text-ink-2">
            {[standing(enrolment), enrolment.passedOver && t("notThatDay")].filter(Boolean).join(" · ")}
          </p>
          <EndEnrolment enrolment={enrolment} kind="asked" />
        </li>
      ))}
    </ul>
  );
}
