"use client";
import { useTranslations } from "next-intl";
import type { Choice } from "@/app/_shared/forms/people-choices";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form, FormActions } from "@/components/ui/forms/form";
import { FormDisclosure } from "@/components/ui/forms/form-disclosure";
import { Select } from "@/components/ui/forms/select";
import { createSupportAction } from "../support-actions";
import { TermFields } from "./term-fields";

type AddSupportProps = { executiveId: string; assistants: Choice[]; today: string; isOpen: boolean };

/** Names another supporter, from a day and as long as wanted. */
export function AddSupport({ executiveId, assistants, today, isOpen }: AddSupportProps) {
  const t = useTranslations("people.support");
  return (
    <Form
      action={createSupportAction}
      values={{ from: today, role: "primary", rank: "1" }}
      refusals={useRefusalWords()}
      done={t("added")}
      resetWhenDone
      className="max-w-xl"
    >
      <FormDisclosure summary={t("add")} isOpen={isOpen}>
        <input type="hidden" name="executiveId" value={executiveId} />
        <Select name="assistantId" label={t("assistant")} options={assistants} placeholder="–" isRequired />
        <TermFields />
        <FormActions>
          <Button type="submit" variant="primary">
            {t("add")}
          </Button>
        </FormActions>
      </FormDisclosure>
    </Form>
  );
}
