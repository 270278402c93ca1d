"use client";
import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { DateField } from "@/components/ui/dates/date-field";
import { Button } from "@/components/ui/forms/button";
import { Form, FormActions, type FormAnswer, type FormProps } from "@/components/ui/forms/form";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Select } from "@/components/ui/forms/select";
import { TextArea } from "@/components/ui/forms/text-area";
import { TextField } from "@/components/ui/forms/text-field";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { Notice } from "@/components/ui/layout/notice";

type Filed = { assignee: { name: string; kind: "own" | "cover" } | null };

type RequestFormProps<S extends FormAnswer> = {
  action: FormProps<S>["action"];
  /** The duties the executive asks for most, as chips. */
  duties: { id: string; name: string }[];
  today: string;
};

const PRIORITIES = ["low", "normal", "high", "urgent"] as const;

/** What an executive needs, in one line; the rest may wait. Works before JavaScript loads. */
export function RequestForm<S extends FormAnswer>({ action, duties, today }: RequestFormProps<S>) {
  const t = useTranslations("requests");
  const sentWords = (assignee: Filed["assignee"]) =>
    assignee
      ? t(assignee.kind === "cover" ? "form.sentToCover" : "form.sentTo", { name: assignee.name })
      : t("form.sentToNobody");
  const receipt = (answer: FormAnswer) => (
    <Notice tone="done" role="status">
      {sentWords((answer as FormAnswer & { value: Filed }).value.assignee)}
    </Notice>
  );
  return (
    <Form
      action={action}
      aria-label={t("form.label")}
      refusals={useRefusalWords(Object.fromEntries(duties.map((duty) => [duty.id, duty.name])))}
      receipt={receipt}
      resetWhenDone
    >
      <TextField
        name="summary"
        label={t("form.summary")}
        placeholder={t("form.placeholder")}
        maxLength={160}
        autoComplete="off"
        isRequired
      />
      <RadioGroup
        name="dutyId"
        label={t("form.duty")}
        appearance="chips"
        defaultValue=""
        options={[
          { value: "", label: t("form.anything") },
          ...duties.map((duty) => ({ value: duty.id, label: duty.name })),
        ]}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField name="dueOn" label={t("form.due")} min={today} isRequired={false} />
        <Select
          name="priority"
          label={t("form.priority")}
          defaultValue="normal"
          options={PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
        />
      </div>
      <Disclosure summary={t("form.moreDetails")}>
        <div className="pt-2">
          <TextArea name="details" label={t("form.details")} rows={4} maxLength={4000} isRequired={false} />
        </div>
      </Disclosure>
      <FormActions>
        <Button type="submit" variant="primary" icon={<Send aria-hidden />}>
          {t("form.submit")}
        </Button>
      </FormActions>
    </Form>
  );
}
