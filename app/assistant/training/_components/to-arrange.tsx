import { useTranslations } from "next-intl";
import { SettleArrangement } from "@/app/_shared/training/settle-arrangement";
import { useDayWords } from "@/components/time/use-day-words";
import type { AttendeeNeed } from "@/lib/training/arrangements/queries";
import type { ArrangementView } from "@/lib/training/arrangements/schema";
import { settleToArrange } from "../actions";

type ToArrangeProps = {
  arrangements: readonly (ArrangementView & { course: string; needs: AttendeeNeed[] })[];
  today: string;
};

/** What I see to for courses: one tap says done or not needed. */
export function ToArrange({ arrangements, today }: ToArrangeProps) {
  const t = useTranslations("training.arrangements");
  const dayWords = useDayWords();
  return (
    <ul>
      {arrangements.map((one) => {
        const what = one.label || t(`kinds.${one.kind}`);
        const isLate = one.dueOn < today;
        return (
          <li key={`${one.id} ${one.version}`} className="grid gap-1 border-b border-hair py-3">
            <p className="grid">
              <span className="font-medium">{what}</span>
              <span className={isLate ? "text-sm font-medium text-gap-ink" : "text-sm text-ink-2"}>
                {t(isLate ? "overdue" : "due", { owner: one.course, day: dayWords(one.dueOn) })}
              </span>
            </p>
            {one.needs.length > 0 && (
              <div className="text-sm text-ink-2">
                <p>{t("needs")}</p>
                <ul className="list-disc pl-5">
                  {one.needs.map((need) => (
                    <li key={need.name}>{t("needOf", need)}</li>
                  ))}
                </ul>
              </div>
            )}
            <div className="flex flex-wrap gap-2">
              <SettleArrangement action={settleToArrange} arrangement={one} what={what} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
