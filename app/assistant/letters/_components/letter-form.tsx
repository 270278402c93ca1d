"use client";
import { useTranslations } from "next-intl";
import { InsertFields } from "@/components/letters/insert-fields";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Form, FormActions } from "@/components/ui/forms/form";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { TextArea } from "@/components/ui/forms/text-area";
import { TextField } from "@/components/ui/forms/text-field";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { type FieldKey, fieldName, isOwnField } from "@/lib/letters/rules-fields";
import { fieldsIn } from "@/lib/letters/rules-text";
import type { LetterView } from "@/lib/letters/schema";
import { save } from "../actions";

/** What a letter says: the fields its words ask for, and the words themselves. */
export function LetterForm({ letter }: { letter: LetterView }) {
  const t = useTranslations("letters.edit");
  const { id, version, subject, body, values, recipientEmail, language, missing } = letter;
  const asked = fieldsIn(subject, body).filter((key) => !isOwnField(key) || missing.includes(key));
  const named = (key: FieldKey) => fieldName(key, language);
  return (
    <Form
      action={save}
      refusals={useRefusalWords()}
      done={t("saved")}
      values={{
        ...{ subject, body, recipientEmail },
        ...Object.fromEntries(Object.entries(values).map(([key, value]) => [`values.${key}`, value])),
      }}
    >
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      {asked.map((key) => (
        <TextField
          key={key}
          name={`values.${key}`}
          label={named(key)}
          maxLength={200}
          {...(missing.includes(key) && { description: t("missing", { count: 1 }) })}
        />
      ))}
      <TextField
        name="recipientEmail"
        label={t("email")}
        description={t("emailHint")}
        type="email"
        maxLength={254}
      />
      <Disclosure summary={t("text")} open={body === ""}>
        <div className="grid gap-4 pt-2">
          <TextField name="subject" label={t("subject")} maxLength={200} />
          <TextArea name="body" label={t("body")} description={t("bodyHint")} maxLength={20_000} rows={12} />
          <InsertFields language={language} />
        </div>
      </Disclosure>
      <FormActions>
        <PlainButton type="submit">{t("save")}</PlainButton>
      </FormActions>
      {letter.status !== "draft" && letter.status !== "returned" && (
        <p className="text-xs text-ink-2">{t("again")}</p>
      )}
    </Form>
  );
}
