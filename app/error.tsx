"use client";
import { useTranslations } from "next-intl";
import { Crash } from "@/components/shell/crash";

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const t = useTranslations("crash");
  return (
    <Crash
      title={t("title")}
      body={t("body")}
      reference={error.digest && `${t("reference")} ${error.digest}`}
      retry={{ label: t("retry"), again: reset }}
      home={{ label: t("home") }}
    />
  );
}
