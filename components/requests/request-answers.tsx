import { useLocale } from "next-intl";
import { useDayWords } from "@/components/time/use-day-words";
import { localeOf, nameIn } from "@/lib/i18n/locales";
import type { SupportRequestView } from "@/lib/requests/schema";
import type { RequestField, RequestTypeView } from "@/lib/requests/types/schema";
import { isDay } from "@/lib/time/day";

type AnswersProps = { request: SupportRequestView; type: RequestTypeView | undefined };

/** What a request answered to its type, as it was asked then; an answer whose field is gone keeps its key. */
export function RequestAnswers({ request: { fields }, type }: AnswersProps) {
  const locale = localeOf(useLocale());
  const dayWords = useDayWords();
  const answers = Object.entries(fields);
  if (answers.length === 0) return null;
  const said = (field: RequestField | undefined, answer: string): string => {
    const choice = field?.choices?.find(({ value }) => value === answer);
    if (choice) return nameIn(locale, choice);
    return field?.kind === "date" && isDay(answer) ? dayWords(answer) : answer;
  };
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-1 pt-1">
      {answers.map(([key, answer]) => {
        const field = type?.fields.find((one) => one.key === key);
        return (
          <div key={key} className="min-w-0">
            <dt className="text-xs text-ink-2">{field ? nameIn(locale, field) : key}</dt>
            <dd className="[overflow-wrap:anywhere]">{said(field, answer)}</dd>
          </div>
        );
      })}
    </dl>
  );
}
