"use client";
import { useTranslations } from "next-intl";
import type { Choice } from "@/app/_shared/forms/people-choices";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form, FormActions } from "@/components/ui/forms/form";
import { Select } from "@/components/ui/forms/select";
import type { SupportRequestView } from "@/lib/requests/schema";
import { assign } from "../actions";

type AssignFormProps = { request: SupportRequestView; choices: Choice[]; suggestedId: string };

/** Gives a request to somebody of the pool. */
export function AssignForm({ request, choices, suggestedId }: AssignFormProps) {
  const t = useTranslations("requests.assign");
  return (
    <Form action={assign} refusals={useRefusalWords()} done={t("done")} className="max-w-md">
      <input type="hidden" name="id" value={request.id} />
      <input type="hidden" name="version" value={request.version} />
      <Select
        name="assistantId"
        label={t("assistant")}
        options={choices}
        defaultValue={suggestedId}
        placeholder="–"
        isRequired
      />
      <FormActions>
        <Button type="submit" variant="primary">
          {t("submit")}
        </Button>
      </FormActions>
    </Form>
  );
}
