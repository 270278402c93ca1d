"use client";
import "./globals.css";
import { NextIntlClientProvider } from "next-intl";
import { Crash } from "@/components/shell/crash";
import { localeTag, preferredLocale } from "@/lib/i18n/locales";
import enCommon from "@/lib/i18n/messages/en/common.json";
import enErrors from "@/lib/i18n/messages/en/errors.json";
import svCommon from "@/lib/i18n/messages/sv/common.json";
import svErrors from "@/lib/i18n/messages/sv/errors.json";

const words = { en: { common: enCommon, errors: enErrors }, sv: { common: svCommon, errors: svErrors } };

type GlobalErrorProps = { error: Error & { digest?: string }; reset: () => void };

/** The last resort, when the root layout itself failed: it stands without the layout's providers. */
export default function GlobalError({ error, reset }: GlobalErrorProps) {
  const locale = preferredLocale(typeof navigator === "undefined" ? null : navigator.languages.join(","));
  return (
    <html lang={localeTag(locale)}>
      <body className="bg-surface font-sans text-base text-ink antialiased">
        <title>Standby</title>
        <NextIntlClientProvider
          locale={localeTag(locale)}
          messages={words[locale]}
          timeZone="Europe/Stockholm"
        >
          <main>
            <Crash digest={error.digest} retry={reset} />
          </main>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
