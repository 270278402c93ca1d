"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { type FiledAnswer, FiledReceipt } from "@/components/requests/filed-receipt";
import { Form, type FormAnswer } from "@/components/ui/forms/form";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { TextArea } from "@/components/ui/forms/text-area";
import { TextField } from "@/components/ui/forms/text-field";
import { askByLink } from "./actions";

/** What is needed and by when, sent again and again by one link. */
export function AskForm({ token }: { token: string }) {
  const t = useTranslations("requests.form");
  return (
    <Form
      action={askByLink}
      aria-label={t("label")}
      refusals={useRefusalWords()}
      receipt={(answer: FormAnswer) => (
        <FiledReceipt filed={(answer as FiledAnswer).value} isForAnother={false} />
      )}
      resetWhenDone
      keepsNothing
      className="gap-4"
    >
      <input type="hidden" name="token" value={token} />
      <TextField
        name="summary"
        label={t("summary")}
        maxLength={160}
        autoComplete="off"
        enterKeyHint="send"
        isRequired
      />
      <RadioGroup
        name="when"
        label={t("due")}
        appearance="chips"
        defaultValue=""
        options={[
          { value: "today", label: t("when.today") },
          { value: "tomorrow", label: t("when.tomorrow") },
          { value: "week", label: t("when.week") },
          { value: "", label: t("when.none") },
        ]}
      />
      <TextArea name="details" label={t("details")} rows={4} maxLength={4000} />
      <PlainButton type="submit" variant="primary" className="h-11 w-full">
        {t("submit")}
      </PlainButton>
    </Form>
  );
}
