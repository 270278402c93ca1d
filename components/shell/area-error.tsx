"use client";
import { useTranslations } from "next-intl";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { ErrorState } from "@/components/ui/layout/empty-state";
import { Page } from "@/components/ui/layout/page";

export type AreaErrorProps = { error: Error & { digest?: string }; reset: () => void };

/** What a page of an area shows when it could not be read: the menu stays, nothing was changed, try again. */
export function AreaError({ error, reset }: AreaErrorProps) {
  const t = useTranslations();
  return (
    <Page>
      <ErrorState
        level={1}
        title={t("errors.list.title")}
        reference={error.digest && t("errors.crash.reference", { digest: error.digest })}
        action={<PlainButton onClick={reset}>{t("common.action.retry")}</PlainButton>}
      >
        {t("errors.list.body")}
      </ErrorState>
    </Page>
  );
}
