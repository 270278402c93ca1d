"use client";
import { NextIntlClientProvider } from "next-intl";
import { type ReactNode, use } from "react";
import { type Locale, localeTag } from "@/lib/i18n/locales";
import type { Messages } from "@/lib/i18n/messages-en";

// A file of the build for each language, which a browser fetches once; no page carries them.
const LOAD: Record<Locale, () => Promise<Messages>> = {
  en: () => import("@/lib/i18n/messages-en").then(({ messagesEn }) => messagesEn),
  sv: () => import("@/lib/i18n/messages-sv").then(({ messagesSv }) => messagesSv),
};

const loaded: Partial<Record<Locale, Promise<Messages>>> = {};

/** Gives every client component all words of its language. */
export function Words({ locale, children }: { locale: Locale; children: ReactNode }) {
  loaded[locale] ??= LOAD[locale]();
  return (
    <NextIntlClientProvider locale={localeTag(locale)} messages={use(loaded[locale])}>
      {children}
    </NextIntlClientProvider>
  );
}
