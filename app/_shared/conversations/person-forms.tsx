"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Form } from "@/components/ui/forms/form";
import { RowButton } from "@/components/ui/forms/row-button";
import { admit, allow } from "./actions";

type PersonFormProps = { caseId: string; userId: string; name: string };

/** Says that somebody who is named may know of it. */
export function AllowForm({ caseId, userId, name }: PersonFormProps) {
  const t = useTranslations("conversations.people");
  return (
    <Form action={allow} done={t("allowed", { name })} refusals={useRefusalWords()} keepsNothing>
      <input type="hidden" name="id" value={caseId} />
      <input type="hidden" name="userId" value={userId} />
      <RowButton label={t("allowOf", { name })}>{t("allow")}</RowButton>
    </Form>
  );
}

/** Lets somebody in whom the writer allows. */
export function LetInForm({ caseId, userId, name }: PersonFormProps) {
  const t = useTranslations("conversations.people");
  return (
    <Form action={admit} done={t("letInDone", { name })} refusals={useRefusalWords()} keepsNothing>
      <input type="hidden" name="id" value={caseId} />
      <input type="hidden" name="userId" value={userId} />
      <RowButton isMain label={t("letInOf", { name })}>
        {t("letIn")}
      </RowButton>
    </Form>
  );
}
