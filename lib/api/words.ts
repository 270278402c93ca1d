import { createTranslator } from "use-intl/core";
import { type Locale, localeTag } from "@/lib/i18n/locales";
import en from "@/lib/i18n/messages/en/api.json";
import sv from "@/lib/i18n/messages/sv/api.json";
import type { Fault } from "@/lib/server/issues";
import type { ApiError } from "./api-error";

const own = { en, sv };

type Values = Record<string, string | number>;

/** The words for an error, in the language asked for. */
export function wordsOf(error: ApiError, locale: Locale): string {
  const values = plainValues(error.more.details);
  return (
    say(locale, own[locale].error, error.code, values) ??
    say(locale, own[locale].error, "refused", { code: error.code }) ??
    error.code
  );
}

/** The words for one fault of the input. */
export function wordsOfFault(fault: Fault, locale: Locale): string {
  return say(locale, own[locale].fault, fault.code, fault.values ?? {}) ?? fault.code;
}

function say(locale: Locale, messages: object, key: string, values: Values): string | null {
  if (!Object.hasOwn(messages, key)) return null;
  let failed = false;
  const translate = createTranslator({
    locale: localeTag(locale),
    messages: messages as Record<string, string>,
    onError: () => {
      failed = true;
    },
  });
  const words = translate(key, values);
  return failed ? null : words;
}

function plainValues(details: Record<string, unknown> = {}): Values {
  return Object.fromEntries(
    Object.entries(details).map(([key, value]) => [key, typeof value === "number" ? value : String(value)]),
  );
}
