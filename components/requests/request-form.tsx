"use client";
import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { DateField } from "@/components/ui/dates/date-field";
import { Form, type FormAnswer, type FormProps } from "@/components/ui/forms/form";
import { FormDisclosure } from "@/components/ui/forms/form-disclosure";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Select } from "@/components/ui/forms/select";
import { TextArea } from "@/components/ui/forms/text-area";
import { TextField } from "@/components/ui/forms/text-field";
import { Notice } from "@/components/ui/layout/notice";
import type { HeldBecause } from "@/lib/requests/schema";

type Filed = { assignee: { assistantId: string; name: string; because: HeldBecause } | null };

type RequestFormProps<S extends FormAnswer> = {
  action: FormProps<S>["action"];
  /** The duties the executive asks for most, as chips. */
  duties: { id: string; name: string }[];
  today: string;
  /** Who will most likely have it, and until when they are there; the time only where that is today. */
  goesTo: { assistantId: string; name: string; until: string | null } | null;
};

const PRIORITIES = ["low", "normal", "high", "urgent"] as const;

/** What an executive needs, in one line that Enter sends; the rest is folded away. Works before JavaScript loads. */
export function RequestForm<S extends FormAnswer>({ action, duties, today, goesTo }: RequestFormProps<S>) {
  const t = useTranslations("requests");
  function sentWords({ assignee }: Filed): string {
    if (!assignee) return t("form.sentToNobody");
    const { name, assistantId, because } = assignee;
    const until = goesTo?.assistantId === assistantId ? goesTo.until : null;
    if (until) return t("form.sentUntil", { name, time: until });
    return t(because === "cover" ? "form.sentToCover" : "form.sentTo", { name });
  }
  const receipt = (answer: FormAnswer) => (
    <Notice tone="done" role="status">
      {sentWords((answer as FormAnswer & { value: Filed }).value)}
    </Notice>
  );
  return (
    <Form
      action={action}
      aria-label={t("form.label")}
      refusals={useRefusalWords(Object.fromEntries(duties.map((duty) => [duty.id, duty.name])))}
      receipt={receipt}
      resetWhenDone
      className="gap-3"
    >
      <div className="relative">
        <TextField
          name="summary"
          label={t("form.summary")}
          placeholder={t("form.summary")}
          maxLength={160}
          autoComplete="off"
          enterKeyHint="send"
          isRequired
          isLabelHidden
          controlClassName="h-14! rounded-xl! pl-4! pr-16! text-lg! shadow-xs md:pl-5! md:pr-36! xl:pr-96! focus-visible:ring-4 focus-visible:ring-accent-soft"
        />
        <div className="absolute top-1.5 right-1.5 flex h-11 items-center gap-3 md:top-3 md:right-3 md:h-8">
          {goesTo && (
            <span className="max-w-60 truncate text-xs text-ink-3 max-xl:hidden">
              {t("form.goesTo", { name: goesTo.name })}
            </span>
          )}
          <PlainButton type="submit" variant="primary" className="max-md:w-11 max-md:rounded-lg max-md:px-0">
            <Send aria-hidden className="max-md:size-5" />
            <span className="max-md:sr-only">{t("form.submit")}</span>
          </PlainButton>
        </div>
      </div>
      <RadioGroup
        name="dutyId"
        label={t("form.duty")}
        isLabelHidden
        appearance="chips"
        className="max-md:-mx-4 max-md:[&>div]:flex-nowrap max-md:[&>div]:overflow-x-auto max-md:[&>div]:px-4 max-md:[&>div]:py-0.5 max-md:[&>div]:[scrollbar-width:none]"
        defaultValue=""
        options={[
          { value: "", label: t("form.anything") },
          ...duties.map((duty) => ({ value: duty.id, label: duty.name })),
        ]}
      />
      <FormDisclosure summary={t("form.moreDetails")}>
        <div className="grid gap-4 sm:grid-cols-[14rem_14rem]">
          <DateField name="dueOn" label={t("form.due")} min={today} isRequired={false} />
          <Select
            name="priority"
            label={t("form.priority")}
            defaultValue="normal"
            options={PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
          />
        </div>
        <TextArea name="details" label={t("form.details")} rows={3} maxLength={4000} isRequired={false} />
      </FormDisclosure>
    </Form>
  );
}
