"use client";
import { useTranslations } from "next-intl";
import { DisclosedForm } from "@/app/_shared/forms/disclosed-form";
import { DateField } from "@/components/ui/dates/date-field";
import { invite } from "../../../actions";

type InviteFormProps = { sessionId: string; assistantId: string; name: string };

/** Holds the seat and asks the person, who answers from the mail or in Standby. */
export function InviteForm({ sessionId, assistantId, name }: InviteFormProps) {
  const t = useTranslations("training.invite");
  return (
    <DisclosedForm
      action={invite}
      summary={t("open")}
      submit={t("submit")}
      done={t("done", { name })}
      fields={{ sessionId, assistantId }}
    >
      <p className="text-sm text-ink-2">{t("explain", { name })}</p>
      <DateField name="answerBy" label={t("answerBy")} description={t("answerByHint")} />
    </DisclosedForm>
  );
}
