"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Form } from "@/components/ui/forms/form";
import { RowButton } from "@/components/ui/forms/row-button";
import type { EnrolmentView } from "@/lib/training/enrolments/schema";
import { approve, decline } from "../actions";

/** Decides on a wish for a course that has no date yet: it is kept for the next session, or declined. */
export function KeepWish({ enrolment }: { enrolment: EnrolmentView }) {
  const t = useTranslations("training.undecided");
  const refusals = useRefusalWords();
  const name = enrolment.assistantName;
  const asRead = (
    <>
      <input type="hidden" name="id" value={enrolment.id} />
      <input type="hidden" name="version" value={enrolment.version} />
    </>
  );
  return (
    <div className="flex gap-1">
      <Form action={approve} refusals={refusals} done={t("kept", { name })}>
        {asRead}
        <RowButton isMain label={t("keepOf", { name })}>
          {t("keep")}
        </RowButton>
      </Form>
      <Form action={decline} refusals={refusals} done={t("declined", { name })}>
        {asRead}
        <RowButton label={t("declineOf", { name })}>{t("decline")}</RowButton>
      </Form>
    </div>
  );
}
