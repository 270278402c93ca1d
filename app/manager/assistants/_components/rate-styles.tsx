"use client";
import { useTranslations } from "next-intl";
import { rateStylesAction } from "@/app/_shared/matching/actions";
import { StyleFields } from "@/components/matching/style-fields";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { FormDisclosure } from "@/components/ui/forms/form-disclosure";
import type { OwnMatchingView } from "@/lib/matching/knowledge/schema";

type RateStylesProps = { assistantId: string; styles: OwnMatchingView["styles"] };

/** A manager's ratings of an assistant's ways of working, which the assistant reads. */
export function RateStyles({ assistantId, styles }: RateStylesProps) {
  const t = useTranslations("matching.standing");
  return (
    <Form action={rateStylesAction} done={t("rated")} refusals={useRefusalWords()}>
      <FormDisclosure summary={t("rate")} isOpen={false}>
        <input type="hidden" name="assistantId" value={assistantId} />
        <p className="text-sm text-ink-2">{t("rateHint")}</p>
        <StyleFields styles={styles} by="managerRating" />
        <Button type="submit" className="w-fit">
          {t("save")}
        </Button>
      </FormDisclosure>
    </Form>
  );
}
