"use client";
import { useTranslations } from "next-intl";
import { type Choice, namesOf } from "@/app/_shared/forms/people-choices";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form, FormActions } from "@/components/ui/forms/form";
import { FormDisclosure } from "@/components/ui/forms/form-disclosure";
import { Select } from "@/components/ui/forms/select";
import { createSupportAction } from "../support-actions";
import { DutyFields, TermFields } from "./term-fields";

type AddSupportProps = {
  executiveId: string;
  assistants: Choice[];
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
        <Select name="assistantId" label={t("assistant")} options={assistants} placeholder="–" isRequired />
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
