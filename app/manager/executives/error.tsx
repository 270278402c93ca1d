"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const t = useTranslations();
  return (
    <Page>
      <ErrorState
        level={1}
        title={t("errors.list.title")}
        reference={error.digest && t("errors.crash.reference", { digest: error.digest })}
        action={<Button onPress={reset}>{t("common.action.retry")}</Button>}
      >
        {t("errors.list.body")}
      </ErrorState>
    </Page>
  );
}
