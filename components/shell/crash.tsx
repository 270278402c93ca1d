"use client";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/forms/link-button";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { ErrorState } from "@/components/ui/layout/empty-state";

type CrashProps = { digest?: string; retry: () => void };

/** What an error boundary shows: neutral words, the reference of the log line, and the way on. */
export function Crash({ digest, retry }: CrashProps) {
  const t = useTranslations();
  return (
    <div className="px-4 md:px-6">
      <ErrorState
        level={1}
        title={t("errors.crash.title")}
        reference={digest && t("errors.crash.reference", { digest })}
        action={
          <>
            <PlainButton variant="primary" onClick={retry}>
              {t("common.action.retry")}
            </PlainButton>
            <LinkButton href="/">{t("errors.notFound.action")}</LinkButton>
          </>
        }
      >
        {t("errors.crash.body")}
      </ErrorState>
    </div>
  );
}
