"use client";
import { useTranslations } from "next-intl";
import { useFigureWords } from "@/components/matching/use-figure-words";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { Select } from "@/components/ui/forms/select";
import { TextArea } from "@/components/ui/forms/text-area";
import type { OwnMatchingView } from "@/lib/matching/knowledge/schema";
import { object } from "../actions";

type ObjectFormProps = { own: OwnMatchingView; dutyNames: Readonly<Record<string, string>> };

/** Objects to a figure, and what became of earlier objections. */
export function ObjectForm({ own, dutyNames }: ObjectFormProps) {
  const t = useTranslations("matching.me");
  const wordsOf = useFigureWords({ styles: own.styles, dutyNames });
  const figures = [
    ...own.duties.map(({ dutyId }) => `duty:${dutyId}`),
    ...own.styles
      .filter(({ managerRating }) => managerRating !== null)
      .map(({ styleId }) => `style:${styleId}`),
    ...["experience", "outcomes"],
  ];
  return (
    <>
      <Form action={object} done={t("sent")} refusals={useRefusalWords()} resetWhenDone className="max-w-md">
        <p className="text-sm text-ink-2">{t("objectHint")}</p>
        <Select
          name="figure"
          label={t("which")}
          options={figures.map((figure) => ({ value: figure, label: wordsOf(figure) }))}
          isRequired
        />
        <TextArea name="words" label={t("why")} maxLength={500} rows={3} isRequired />
        <Button type="submit" className="w-fit">
          {t("send")}
        </Button>
      </Form>
      {own.objections.length > 0 && (
        <ul aria-label={t("objections")} className="text-sm">
          {own.objections.map(({ id, figure, words, answer, answeredBy }) => (
            <li key={id} className="grid gap-0.5 border-b border-hair py-2.5">
              <span className="font-medium">{wordsOf(figure)}</span>
              <span>{words}</span>
              <span className="text-ink-2">
                {answer === null ? t("waiting") : t("answered", { name: answeredBy ?? "", answer })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
