"use client";
import { useTranslations } from "next-intl";
import { AssistantSelect } from "@/app/_shared/forms/assistant-select";
import { type AssistantChoices, type Choice, namesOf } from "@/app/_shared/forms/people-choices";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form, FormActions } from "@/components/ui/forms/form";
import { FormDisclosure } from "@/components/ui/forms/form-disclosure";
import { createSupportAction } from "../support-actions";
import { DutyFields, TermFields } from "./term-fields";

type AddSupportProps = {
  executiveId: string;
  assistants: AssistantChoices;
  duties: Choice[];
  today: string;
  isOpen: boolean;
};

/** Names another supporter, for all duties or some, from a day and as long as wanted. */
export function AddSupport({ executiveId, assistants, duties, today, isOpen }: AddSupportProps) {
  const t = useTranslations("people.support");
  return (
    <Form
      action={createSupportAction}
      values={{ from: today, role: "primary", rank: "1" }}
      refusals={useRefusalWords(namesOf(duties))}
      done={t("added")}
      resetWhenDone
      className="max-w-xl"
    >
      <FormDisclosure summary={t("add")} isOpen={isOpen}>
        <input type="hidden" name="executiveId" value={executiveId} />
        <AssistantSelect name="assistantId" label={t("assistant")} assistants={assistants} placeholder="–" />
        <TermFields />
        <DutyFields duties={duties} />
        <FormActions>
          <Button type="submit" variant="primary">
            {t("add")}
          </Button>
        </FormActions>
      </FormDisclosure>
    </Form>
  );
}
