"use client";
import { useTranslations } from "next-intl";
import { AssistantSelect } from "@/app/_shared/forms/assistant-select";
import type { AssistantChoices } from "@/app/_shared/forms/people-choices";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form, FormActions } from "@/components/ui/forms/form";
import type { SupportRequestView } from "@/lib/requests/schema";
import { assign } from "../actions";

type AssignFormProps = { request: SupportRequestView; assistants: AssistantChoices; suggestedId: string };

/** Gives a request to somebody of the pool. */
export function AssignForm({ request, assistants, suggestedId }: AssignFormProps) {
  const t = useTranslations("requests.assign");
  return (
    <Form action={assign} refusals={useRefusalWords()} done={t("done")} className="max-w-md">
      <input type="hidden" name="id" value={request.id} />
      <input type="hidden" name="version" value={request.version} />
      <AssistantSelect
        name="assistantId"
        label={t("assistant")}
        assistants={assistants}
        defaultValue={suggestedId}
        placeholder="–"
      />
      <FormActions>
        <Button type="submit" variant="primary">
          {t("submit")}
        </Button>
      </FormActions>
    </Form>
  );
}
