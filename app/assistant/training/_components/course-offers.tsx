import { useTranslations } from "next-intl";
import { useAmountWords } from "@/components/time/use-amount-words";
import { useDayWords } from "@/components/time/use-day-words";
import { hoursText } from "@/lib/time/hours";
import type { CourseView } from "@/lib/training/courses/schema";
import type { SessionView } from "@/lib/training/sessions/schema";
import { AskButton } from "./ask-button";

/** A course with the next session one may ask for; without one it may be asked for all the same. */
export type CourseOffer = { course: CourseView; sessions: readonly SessionView[] };

type CourseOffersProps = { offers: readonly CourseOffer[]; dutyNames: Readonly<Record<string, string>> };

/** What may be learnt, the next dates first; one tap asks for a seat. */
export function CourseOffers({ offers, dutyNames }: CourseOffersProps) {
  const t = useTranslations("training.mine");
  const amountWords = useAmountWords();
  const dayWords = useDayWords();
  const givesOf = ({ minutes, grants }: CourseView) =>
    [
      amountWords(minutes, "minutes"),
      ...grants.map(({ dutyId, level }) => t("gives", { duty: dutyNames[dutyId] ?? dutyId, level })),
    ].join(" · ");
  const whenOf = ({ dates: [first], capacity, held, waiting }: SessionView) =>
    [
      first ? `${dayWords(first.on)}, ${hoursText(first)}` : t("noDate"),
      held >= capacity || waiting > 0 ? t("full") : t("free", { count: capacity - held }),
    ].join(" · ");
  return (
    <ul>
      {offers.map(({ course, sessions }) => (
        <li key={course.id} className="grid gap-1 border-b border-hair py-2.5">
          <p className="font-medium">{course.name}</p>
          <p className="text-sm text-ink-2">{givesOf(course)}</p>
          {sessions.length === 0 && (
            <div className="flex items-center justify-between gap-3">
              <span className="text-sm text-ink-2">{t("noDate")}</span>
              <AskButton courseId={course.id} sessionId={null} course={course.name} />
            </div>
          )}
          {sessions.map((session) => (
            <div key={session.id} className="flex items-center justify-between gap-3">
              <span className="tnum text-sm">{whenOf(session)}</span>
              <AskButton courseId={course.id} sessionId={session.id} course={course.name} />
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
