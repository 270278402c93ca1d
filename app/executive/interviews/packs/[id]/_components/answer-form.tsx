"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Form } from "@/components/ui/forms/form";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { TextArea } from "@/components/ui/forms/text-area";
import { PACK_ANSWERS } from "@/lib/hiring/packs/schema";
import { sendAnswer } from "../actions";

type AnswerFormProps = { id: string; answer: string | null; words: string };

/** Whether an executive wishes to meet a candidate; it is changed the same way. */
export function AnswerForm({ id, answer, words }: AnswerFormProps) {
  const t = useTranslations("hiring.pack");
  return (
    <Form
      action={sendAnswer}
      values={{ answer: answer ?? "", words }}
      refusals={useRefusalWords()}
      done={t("saved")}
    >
      <input type="hidden" name="id" value={id} />
      <RadioGroup
        name="answer"
        label={t("answer")}
        appearance="chips"
        options={PACK_ANSWERS.map((value) => ({ value: value as string, label: t(`answers.${value}`) }))}
        isRequired
      />
      <TextArea
        name="words"
        label={t("words")}
        description={t("wordsHint")}
        maxLength={2400}
        isRequired={false}
      />
      <PlainButton type="submit" variant="primary" className="h-11 w-full sm:w-fit">
        {t("save")}
      </PlainButton>
    </Form>
  );
}
