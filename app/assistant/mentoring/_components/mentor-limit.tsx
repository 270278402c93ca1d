"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { NumberField } from "@/components/ui/forms/text-field";
import { limit } from "../actions";

/** How many people one mentors at most; none is an answer. */
export function MentorLimit({ most }: { most: number }) {
  const t = useTranslations("mentoring.limit");
  return (
    <Form
      action={limit}
      values={{ most: String(most) }}
      done={t("saved")}
      refusals={useRefusalWords()}
      className="max-w-xs gap-2"
    >
      <NumberField name="most" label={t("most")} min={0} max={10} isRequired />
      <Button type="submit" className="w-fit">
        {t("save")}
      </Button>
    </Form>
  );
}
