import { useFormatter, useTranslations } from "next-intl";
import { AskAssistant } from "@/app/_shared/matching/ask-assistant";
import { useFigureWords } from "@/components/matching/use-figure-words";
import { Section } from "@/components/ui/layout/page";
import type { OwnMatchingView } from "@/lib/matching/knowledge/schema";
import { AnswerObjection } from "./answer-objection";
import { RateStyles } from "./rate-styles";

type Standing = Pick<OwnMatchingView, "toldAt" | "acknowledgedAt" | "styles" | "objections">;
type MatchingSectionProps = {
  assistant: { id: string; name: string };
  standing: Standing;
  dutyNames: Readonly<Record<string, string>>;
};

/** How an assistant stands to matching: told and read, rated, and what they object to. */
export function MatchingSection({ assistant: { id, name }, standing, dutyNames }: MatchingSectionProps) {
  const t = useTranslations("matching.standing");
  const format = useFormatter();
  const wordsOf = useFigureWords({ styles: standing.styles, dutyNames });
  const moment = (at: string) => format.dateTime(new Date(at), "moment");
  const state = standing.acknowledgedAt
    ? t("read", { moment: moment(standing.acknowledgedAt) })
    : standing.toldAt
      ? t("asked", { moment: moment(standing.toldAt) })
      : t("notAsked");
  return (
    <Section title={t("title")}>
      <p className="text-sm text-ink-2">{state}</p>
      {!standing.acknowledgedAt && <AskAssistant assistantId={id} name={name} />}
      {standing.objections
        .filter(({ answer }) => answer === null)
        .map(({ id: objectionId, figure, words }) => (
          <div key={objectionId} className="grid gap-1 border-b border-hair py-2 text-sm">
            <p>{t("objection", { figure: wordsOf(figure), words })}</p>
            <AnswerObjection id={objectionId} figure={wordsOf(figure)} />
          </div>
        ))}
      <RateStyles assistantId={id} styles={standing.styles} />
    </Section>
  );
}
