import { MessageCircleQuestion } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/layout/badge";
import { Section } from "@/components/ui/layout/page";
import type { HandoverView } from "@/lib/handovers/schema";
import { AnswerForm, AskForm } from "./question-forms";

/** What the cover asked, open questions first, and the forms to ask and to answer. */
export function QuestionSection({ handover: { id, questions, can } }: { handover: HandoverView }) {
  const t = useTranslations("handovers.questions");
  const format = useFormatter();
  const when = (at: string | null) => format.dateTime(new Date(at ?? 0), "moment");
  const inOrder = [...questions].sort((a, b) => Number(a.answer !== null) - Number(b.answer !== null));
  return (
    <Section title={t("title")} meta={questions.length || undefined}>
      {questions.length === 0 && <p className="text-base text-ink-2">{t("none")}</p>}
      <ul className="grid gap-3 empty:hidden">
        {inOrder.map((question) => (
          <li key={question.id} className="grid gap-1 border-b border-line pb-3 last:border-0">
            <p className="flex flex-wrap items-center gap-2">
              <span className="text-base font-medium whitespace-pre-line [overflow-wrap:anywhere]">
                {question.text}
              </span>
              {question.answer === null && (
                <Badge tone="alert" icon={<MessageCircleQuestion aria-hidden />}>
                  {t("open")}
                </Badge>
              )}
            </p>
            <p className="tnum text-xs text-ink-2">
              {t("asked", { name: question.askedByName, when: when(question.askedAt) })}
            </p>
            {question.answer !== null && (
              <>
                <p className="text-base whitespace-pre-line [overflow-wrap:anywhere]">{question.answer}</p>
                <p className="tnum text-xs text-ink-2">
                  {t("answeredBy", { name: question.answeredByName ?? "", when: when(question.answeredAt) })}
                </p>
              </>
            )}
            {question.answer === null && can.includes("answer") && (
              <AnswerForm id={question.id} text={question.text} />
            )}
          </li>
        ))}
      </ul>
      {can.includes("ask") && <AskForm id={id} />}
    </Section>
  );
}
