"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form, type FormProps } from "@/components/ui/forms/form";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import type { WISHES } from "@/lib/matching/knowledge/schema";

type WishChoiceProps = {
  action: unknown;
  /** Of whom it is said. */
  withId: string;
  name: string;
  wish: (typeof WISHES)[number] | null;
};

const CHOICES = ["gladly", "rather_not", "none"] as const;

/** What one says of working with somebody. */
export function WishChoice({ action, withId, name, wish }: WishChoiceProps) {
  const t = useTranslations("matching.me");
  return (
    <Form
      action={action as FormProps<never>["action"]}
      done={t("wishSaved")}
      refusals={useRefusalWords()}
      className="gap-2 py-1"
    >
      <input type="hidden" name="withId" value={withId} />
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
