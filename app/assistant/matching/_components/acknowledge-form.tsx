"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { acknowledge } from "../actions";

/** Says that one has read how matching works. */
export function AcknowledgeForm() {
  const t = useTranslations("matching.me");
  return (
    <Form action={acknowledge} done={t("acknowledged")} refusals={useRefusalWords()}>
      <Button type="submit" variant="primary">
        {t("acknowledge")}
      </Button>
    </Form>
  );
}
