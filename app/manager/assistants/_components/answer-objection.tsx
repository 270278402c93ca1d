"use client";
import { useTranslations } from "next-intl";
import { answerObjectionAction } from "@/app/_shared/matching/actions";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { TextArea } from "@/components/ui/forms/text-area";
import { Disclosure } from "@/components/ui/layout/disclosure";

/** Answers an objection in words, after which the figure counts again. */
export function AnswerObjection({ id, figure }: { id: string; figure: string }) {
  const t = useTranslations("matching.standing");
  return (
    <Disclosure summary={t("answer")} label={t("answerOf", { figure })}>
      <Form
        action={answerObjectionAction}
        done={t("answerDone")}
        refusals={useRefusalWords()}
        className="max-w-md py-1"
      >
        <input type="hidden" name="id" value={id} />
        <TextArea name="answer" label={t("answerLabel")} maxLength={500} rows={3} isRequired />
        <Button type="submit" className="w-fit">
          {t("answerSend")}
        </Button>
      </Form>
    </Disclosure>
  );
}
