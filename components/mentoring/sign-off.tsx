"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form, type FormAnswer } from "@/components/ui/forms/form";
import { RowButton } from "@/components/ui/forms/row-button";
import { TextField } from "@/components/ui/forms/text-field";
import { Disclosure } from "@/components/ui/layout/disclosure";

type SignOffProps<S extends FormAnswer> = {
  assistantId: string;
  stepId: string;
  words: string;
  isEarly: boolean;
  sign: (previous: S, form: FormData) => Promise<S>;
};

/** Signs a step off with one press; before its week it asks why. */
export function SignOff<S extends FormAnswer>({
  assistantId,
  stepId,
  words,
  isEarly,
  sign,
}: SignOffProps<S>) {
  const t = useTranslations("mentoring.ramp");
  const refusals = useRefusalWords();
  const label = t("signOffOf", { step: words });
  const hidden = (
    <>
      <input type="hidden" name="id" value={assistantId} />
      <input type="hidden" name="stepId" value={stepId} />
    </>
  );
  if (!isEarly)
    return (
      <Form action={sign} done={t("signedOff")} refusals={refusals}>
        {hidden}
        <RowButton label={label}>{t("signOff")}</RowButton>
      </Form>
    );
  return (
    <Disclosure tone="quiet" summary={t("signOff")} label={label}>
      <Form action={sign} done={t("signedOff")} refusals={refusals} className="max-w-md gap-2 py-1">
        {hidden}
        <TextField name="reason" label={t("reason")} maxLength={300} isRequired />
        <Button type="submit" className="w-fit">
          {t("signOff")}
        </Button>
      </Form>
    </Disclosure>
  );
}
