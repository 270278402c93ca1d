import { useTranslations } from "next-intl";
import { useDayWords } from "@/components/time/use-day-words";
import type { LackingView, MandatoryView } from "@/lib/training/mandatory/schema";

type OwnMandatoryProps = {
  courses: readonly (LackingView & Pick<MandatoryView, "courseId" | "course">)[];
};

/** What I have to attend and have not, by when, and how far I am. */
export function OwnMandatory({ courses }: OwnMandatoryProps) {
  const t = useTranslations("training.mandatoryList");
  const dayWords = useDayWords();
  return (
    <ul>
      {courses.map(({ courseId, course, dueOn, isOverdue, status, bookedOn }) => (
        <li key={courseId} className="grid border-b border-hair py-2">
          <span className="font-medium">{course}</span>
          <span className={isOverdue ? "text-sm font-medium text-gap-ink" : "text-sm text-ink-2"}>
            {[
              t(isOverdue ? "overdue" : "due", { day: dayWords(dueOn) }),
              bookedOn ? t("bookedOn", { day: dayWords(bookedOn) }) : t(`own.${status}`),
            ].join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
