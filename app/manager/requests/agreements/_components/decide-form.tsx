"use client";
import { useTranslations } from "next-intl";
import { findExecutives } from "@/app/_shared/forms/find-people";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import type { Option } from "@/components/ui/forms/options";
import { Select } from "@/components/ui/forms/select";
import { TextField } from "@/components/ui/forms/text-field";
import { Section } from "@/components/ui/layout/page";
import { AGREEMENT_RULES } from "@/lib/requests/agreements/rules";
import { decide } from "../actions";

/** A manager decides for two executives, and says why; what the two had agreed on is replaced. */
export function DecideForm({ choices }: { choices: Option[] }) {
  const t = useTranslations("requests.agreements");
  const find = (q: string) => findExecutives({ q });
  return (
    <Section title={t("decide")}>
      <Form action={decide} done={t("saved")} refusals={useRefusalWords()} resetWhenDone className="gap-4">
        <div className="grid max-w-3xl gap-4 sm:grid-cols-3">
          <Select name="executiveId" label={t("one")} options={choices} find={find} />
          <Select
            name="otherId"
            label={t("other")}
            options={choices}
            defaultValue={choices[1]?.value}
            find={find}
          />
          <Select
            name="rule"
            label={t("goesFirst")}
            options={AGREEMENT_RULES.map((value) => ({ value, label: t(`choice.${value}`) }))}
          />
        </div>
        <TextField name="word" label={t("why")} maxLength={200} className="max-w-3xl" />
        <Button type="submit" variant="primary" className="w-fit">
          {t("save")}
        </Button>
      </Form>
    </Section>
  );
}
