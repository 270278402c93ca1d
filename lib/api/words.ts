import { createTranslator } from "use-intl/core";
import { type Locale, localeTag } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import type { ApiError, ApiFault } from "./api-error";

type Values = Record<string, string | number>;

/** The words for an error, in the language asked for: of the calls themselves, else of the area that refuses. */
export function wordsOf(error: ApiError, locale: Locale): string {
  const values = plainValues(error.more.details);
  const { error: own } = messages[locale].api;
  for (const words of [own, ...refusalsOfAreas(locale)]) {
    const said = say(locale, words, error.code, values);
    if (said !== null) return said;
  }
  return say(locale, own, "refused", { code: error.code }) ?? error.code;
}

/** The words for one fault of the input. */
export function wordsOfFault(fault: ApiFault, locale: Locale): string {
  const { fault: own } = messages[locale].api;
  const { field } = messages[locale].errors;
  const values = fault.values ?? {};
  return say(locale, own, fault.code, values) ?? say(locale, field, fault.code, values) ?? own.invalid;
}

function refusalsOfAreas(locale: Locale): object[] {
  return Object.values(messages[locale]).flatMap((area: object) =>
    "refusals" in area && typeof area.refusals === "object" && area.refusals !== null ? [area.refusals] : [],
  );
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
