"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Select } from "@/components/ui/select";
import type { AssigneeChoice } from "@/lib/requests/queries";
import type { SupportRequestView } from "@/lib/requests/schema";
import { assign } from "../actions";

type AssignFormProps = { request: SupportRequestView; choices: AssigneeChoice[] };

/** Gives a request to somebody of the pool. */
export function AssignForm({ request, choices }: AssignFormProps) {
  const t = useTranslations("requests");
  return (
    <Form
      action={assign}
      done={t("assign.done")}
      refusals={(answer) => {
        const key =
          `refusals.${answer.status === "refused" ? answer.reason : ""}` as "refusals.not_serving_now";
        return t.has(key) ? t(key, { status: request.status }) : undefined;
      }}
      className="flex flex-wrap items-end gap-2"
      aria-label={`${t("assign.title")}: ${request.summary}`}
    >
      <input type="hidden" name="id" value={request.id} />
      <input type="hidden" name="version" value={request.version} />
      <Select
        name="assistantId"
        label={t("assign.assistant")}
        isLabelHidden
        isRequired
        defaultValue={request.assigneeId ?? ""}
        placeholder={t("assign.assistant")}
        options={choices.map((choice) => ({ value: choice.id, label: choice.name }))}
        className="w-52"
      />
      <Button type="submit">{t("assign.submit")}</Button>
    </Form>
  );
}
