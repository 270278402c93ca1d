"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { FormDisclosure } from "@/components/ui/forms/form-disclosure";
import { FormRows } from "@/components/ui/forms/form-rows";
import { Select } from "@/components/ui/forms/select";
import { TextField } from "@/components/ui/forms/text-field";
import { Section } from "@/components/ui/layout/page";
import { ACCESS_KINDS, type ExecutiveProfileView } from "@/lib/executives/schema-profile";
import { setTemplate } from "./actions";

/** What each cover of the executive is to be given, and how to change it. */
export function TemplateSection({ profile }: { profile: ExecutiveProfileView }) {
  const t = useTranslations("handovers.executive");
  const kind = useTranslations("handovers.access.kind");
  const refusals = useRefusalWords();
  const { executiveId, access, mayKeep } = profile;
  const values = Object.fromEntries(
    access.flatMap((item, i) => [
      [`items.${i}.kind`, item.kind],
      [`items.${i}.label`, item.label],
    ]),
  );
  return (
    <Section title={t("template")}>
      <p className="text-sm text-ink-2">{t("templateHint")}</p>
      <ul className="list-disc pl-5 text-base">
        {access.map((item) => (
          <li key={`${item.kind} ${item.label}`}>{item.label || kind(item.kind)}</li>
        ))}
      </ul>
      {mayKeep && (
        <Form
          key={JSON.stringify(values)}
          action={setTemplate}
          values={values}
          done={t("templateSaved")}
          refusals={refusals}
          className="max-w-xl"
        >
          <FormDisclosure summary={t("changeTemplate")}>
            <input type="hidden" name="executiveId" value={executiveId} />
            <AccessRows />
            <Button type="submit" variant="primary" className="w-fit">
              {t("templateSubmit")}
            </Button>
          </FormDisclosure>
        </Form>
      )}
    </Section>
  );
}

function AccessRows() {
  const t = useTranslations("handovers.executive");
  const access = useTranslations("handovers.access");
  return (
    <FormRows
      name="items"
      label={t("templateRow")}
      isLabelHidden
      addLabel={t("addRow")}
      removeLabel={(row) => t("removeRow", { row })}
      row={(prefix) => (
        <div className="grid gap-2 sm:grid-cols-2">
          <Select
            name={`${prefix}.kind`}
            label={access("kindField")}
            options={ACCESS_KINDS.map((value) => ({ value, label: access(`kind.${value}`) }))}
            placeholder="–"
          />
          <TextField
            name={`${prefix}.label`}
            label={access("labelField")}
            maxLength={80}
            isRequired={false}
          />
        </div>
      )}
    />
  );
}
