"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { hideAd, showAd } from "../../../actions";

type PublishAdProps = { requisitionId: string; version: number; isShown: boolean };

/** Puts an ad on the careers pages, or takes it off. */
export function PublishAd({ requisitionId, version, isShown }: PublishAdProps) {
  const t = useTranslations("hiring.ad");
  return (
    <Form
      action={isShown ? hideAd : showAd}
      done={t(isShown ? "closed" : "published")}
      refusals={useRefusalWords()}
      refusedTitle={t("notPublished")}
    >
      <input type="hidden" name="requisitionId" value={requisitionId} />
      <input type="hidden" name="version" value={version} />
      <Button type="submit" variant={isShown ? "outline" : "primary"} className="w-fit">
        {t(isShown ? "close" : "publish")}
      </Button>
    </Form>
  );
}
