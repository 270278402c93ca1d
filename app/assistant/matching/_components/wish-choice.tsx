"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import type { OwnMatchingView } from "@/lib/matching/knowledge/schema";
import { sayWish } from "../actions";

type WishChoiceProps = Pick<OwnMatchingView["executives"][number], "executiveId" | "name" | "wish">;

const CHOICES = ["gladly", "rather_not", "none"] as const;

/** What one says of working with an executive. */
export function WishChoice({ executiveId, name, wish }: WishChoiceProps) {
  const t = useTranslations("matching.me");
  return (
    <Form action={sayWish} done={t("wishSaved")} refusals={useRefusalWords()} className="gap-2 py-1">
      <input type="hidden" name="withId" value={executiveId} />
      <RadioGroup
        name="wish"
        label={t("wish", { name })}
        isLabelHidden
        appearance="segmented"
        defaultValue={wish ?? "none"}
        options={CHOICES.map((value) => ({ value, label: t(`wishes.${value}`) }))}
      />
      <Button type="submit" className="w-fit" aria-label={t("saveWishOf", { name })}>
        {t("saveWish")}
      </Button>
    </Form>
  );
}
