"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { NumberField } from "@/components/ui/forms/text-field";
import { sayExperience } from "../actions";

/** How many years one has worked as an assistant, those elsewhere too. */
export function ExperienceForm({ years }: { years: number | null }) {
  const t = useTranslations("matching.me");
  return (
    <Form
      action={sayExperience}
      values={years === null ? {} : { years: String(years) }}
      done={t("yearsSaved")}
      refusals={useRefusalWords()}
      className="max-w-xs"
    >
      <NumberField
        name="years"
        label={t("yearsLabel")}
        description={t("yearsHint")}
        min={0}
        max={60}
        isRequired={false}
      />
      <Button type="submit" className="w-fit">
        {t("saveYears")}
      </Button>
    </Form>
  );
}
