"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Form } from "@/components/ui/forms/form";
import { RowButton } from "@/components/ui/forms/row-button";
import type { EnrolmentView } from "@/lib/training/enrolments/schema";
import { decline } from "../../../actions";

/** Declines what somebody asked for or waits for. */
export function DeclineForm({
  enrolment: { id, version, assistantName: name },
}: {
  enrolment: EnrolmentView;
}) {
  const t = useTranslations("training.undecided");
  return (
    <Form action={decline} refusals={useRefusalWords()} done={t("declined", { name })}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <RowButton label={t("declineOf", { name })}>{t("decline")}</RowButton>
    </Form>
  );
}
