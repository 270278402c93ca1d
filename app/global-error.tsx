"use client";
import "./globals.css";
import { Crash } from "@/components/shell/crash";
import { localeTag, preferredLocale } from "@/lib/i18n/locales";
import en from "@/lib/i18n/messages/en/crash.json";
import sv from "@/lib/i18n/messages/sv/crash.json";

const WORDS = { en, sv };

type GlobalErrorProps = { error: Error & { digest?: string }; reset: () => void };

/** The last resort, when the root layout itself failed: it stands without the layout's providers. */
export default function GlobalError({ error, reset }: GlobalErrorProps) {
  const locale = preferredLocale(typeof navigator === "undefined" ? null : navigator.languages.join(","));
  const { title, body, reference, retry, home } = WORDS[locale];
  return (
    <html lang={localeTag(locale)}>
      <body className="bg-surface font-sans text-base text-ink antialiased">
        <title>Standby</title>
        <main>
          <Crash
            title={title}
            body={body}
            reference={error.digest && `${reference} ${error.digest}`}
            retry={{ label: retry, again: reset }}
            home={{ label: home }}
          />
        </main>
      </body>
    </html>
  );
}
