"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { useDayWords } from "@/components/time/use-day-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { TextArea } from "@/components/ui/forms/text-area";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { CourseToEvaluate } from "@/lib/training/evaluations/queries";
import { evaluate } from "../actions";

const QUESTIONS = ["useful", "clear", "recommend"] as const;
const ANSWERS = ["1", "2", "3", "4", "5"].map((value) => ({ value, label: value }));

/** Three questions on a course one attended, on the phone in a few taps. */
export function Evaluate({ course: { enrolmentId, course, on, until } }: { course: CourseToEvaluate }) {
  const t = useTranslations("training.evaluation");
  const dayWords = useDayWords();
  return (
    <Disclosure summary={t("course", { course, day: dayWords(on) })}>
      <Form action={evaluate} done={t("sent")} refusals={useRefusalWords()} className="max-w-md gap-3 py-2">
        <input type="hidden" name="id" value={enrolmentId} />
        <p className="text-sm text-ink-2">{`${t("scale")}. ${t("private", { day: dayWords(until) })}`}</p>
        {QUESTIONS.map((name) => (
          <RadioGroup
            key={name}
            name={name}
            label={t(name)}
            options={ANSWERS}
            appearance="segmented"
            isRequired
          />
        ))}
        <TextArea name="words" label={t("words")} maxLength={500} />
        <Button type="submit" className="w-fit">
          {t("send")}
        </Button>
      </Form>
    </Disclosure>
  );
}
