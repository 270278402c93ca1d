"use client";
import { useTranslations } from "next-intl";
import { VersionFields } from "@/app/_shared/forms/version-fields";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { confirm, withdraw } from "../../actions";

type OfferActionsProps = { offer: { id: string; version: string }; name: string; executive: string };

/** What a manager can do about an offer that has no answer: not wait any longer, or take it back. */
export function OfferActions({ offer, name, executive }: OfferActionsProps) {
  const t = useTranslations("cover.offers");
  const refusals = useRefusalWords();
  return (
    <span className="flex flex-wrap gap-2">
      <Form action={confirm} done={t("confirmed", { name })} refusals={refusals} className="gap-1">
        <VersionFields values={offer} />
        <Button type="submit" aria-label={t("confirmOf", { name, executive })}>
          {t("confirm")}
        </Button>
      </Form>
      <Form action={withdraw} done={t("withdrawn")} refusals={refusals} className="gap-1">
        <VersionFields values={offer} />
        <Button type="submit" aria-label={t("withdrawOf", { name, executive })}>
          {t("withdraw")}
        </Button>
      </Form>
    </span>
  );
}
