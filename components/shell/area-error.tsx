"use client";
import { useTranslations } from "next-intl";
import { Crash } from "./crash";

export type AreaErrorProps = { error: Error & { digest?: string }; reset: () => void };

/** What a page of an area shows when it could not be read: the menu stays, nothing was changed, try again. */
export function AreaError({ error, reset }: AreaErrorProps) {
  const t = useTranslations();
  return (
    <Crash
      title={t("errors.list.title")}
      body={t("errors.list.body")}
      reference={error.digest && `${t("crash.reference")} ${error.digest}`}
      retry={{ label: t("crash.retry"), again: reset }}
    />
  );
}
