"use client";
import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { TextArea } from "@/components/ui/forms/text-area";
import { answer, ask } from "./actions";

/** The cover's question. */
export function AskForm({ id }: { id: string }) {
  const t = useTranslations("handovers.questions");
  return (
    <Form
      action={ask}
      done={t("sent")}
      refusals={useRefusalWords()}
      aria-label={t("ask")}
      className="gap-2 print:hidden"
      resetWhenDone
    >
      <input type="hidden" name="id" value={id} />
      <TextArea name="text" label={t("field")} description={t("hint")} maxLength={1000} rows={2} isRequired />
      <Button type="submit" icon={<Send aria-hidden />} className="w-fit">
        {t("submit")}
      </Button>
    </Form>
  );
}

/** The answer to one open question. */
export function AnswerForm({ id, text }: { id: string; text: string }) {
  const t = useTranslations("handovers.questions");
  return (
    <Form
      action={answer}
      done={t("answered")}
      refusals={useRefusalWords()}
      aria-label={t("answerOf", { text })}
      className="gap-2 print:hidden"
    >
      <input type="hidden" name="id" value={id} />
      <TextArea name="answer" label={t("answer")} maxLength={2000} rows={2} isRequired />
      <Button type="submit" variant="primary" icon={<Send aria-hidden />} className="w-fit">
        {t("answerSubmit")}
      </Button>
    </Form>
  );
}
