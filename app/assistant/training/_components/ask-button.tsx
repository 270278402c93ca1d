"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Form } from "@/components/ui/forms/form";
import { RowButton } from "@/components/ui/forms/row-button";
import { ask } from "../actions";

type AskButtonProps = { courseId: string; sessionId: string | null; course: string };

/** Asks for a seat with one tap. */
export function AskButton({ courseId, sessionId, course }: AskButtonProps) {
  const t = useTranslations("training.mine");
  return (
    <Form action={ask} done={t("asked", { course })} refusals={useRefusalWords()}>
      <input type="hidden" name="courseId" value={courseId} />
      {sessionId && <input type="hidden" name="sessionId" value={sessionId} />}
      <RowButton isMain label={t("askOf", { course })}>
        {t("ask")}
      </RowButton>
    </Form>
  );
}
