"use client";
import { useTranslations } from "next-intl";
import { StyleFields } from "@/components/matching/style-fields";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import type { OwnMatchingView } from "@/lib/matching/knowledge/schema";
import { rateMyself } from "../actions";

/** One's own ways of working, rated by oneself. */
export function RateForm({ styles }: { styles: OwnMatchingView["styles"] }) {
  const t = useTranslations("matching.me");
  return (
    <Form action={rateMyself} done={t("stylesSaved")} refusals={useRefusalWords()}>
      <p className="text-sm text-ink-2">{t("stylesHint")}</p>
      <StyleFields styles={styles} by="selfRating" />
      <Button type="submit" className="w-fit">
        {t("saveStyles")}
      </Button>
    </Form>
  );
}
