import { createTranslator } from "use-intl/core";
import { type Locale, localeTag } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { refusalValues } from "@/lib/i18n/refusals";
import type { ApiError, ApiFault } from "./api-error";

type Values = Record<string, string | number>;

/** The words for an error in the language asked for: of the calls themselves, else of a verb's refusal. */
export function wordsOf({ code, more }: ApiError, locale: Locale): string {
  const { api, refusals } = messages[locale];
  const ofCall = say(locale, api.error, code, plainValues(more.details));
  return ofCall ?? say(locale, refusals, code, refusalValues(more.details, locale)) ?? refusals.unknown;
}

/** The words for one fault of the input. */
export function wordsOfFault(fault: ApiFault, locale: Locale): string {
  const { fault: own } = messages[locale].api;
  const { field } = messages[locale].errors;
  const values = fault.values ?? {};
  const ofFiles: Record<string, object> = messages[locale].imports.fault;
  const inFile = ofFiles[fault.code];
  if (inFile && fault.path.includes(".csv"))
    return ["what", "remedy"].flatMap((key) => say(locale, inFile, key, values) ?? []).join(" ");
  return say(locale, own, fault.code, values) ?? say(locale, field, fault.code, values) ?? own.invalid;
}

/** The words for something in a file that holds nothing up. */
export function wordsOfWarning({ code, values }: Omit<ApiFault, "path">, locale: Locale): string {
  return say(locale, messages[locale].imports.warning, code, values ?? {}) ?? code;
}

/** The words for one fault of a calendar file: what is wrong with which event, and the remedy. */
export function wordsOfEventFault(
  { code, values }: { code: string; values: Values },
  locale: Locale,
): string {
  const { calendars, imports } = messages[locale];
  const faults: Record<string, object> = { ...imports.fault, ...calendars.import.fault };
  const words = faults[code] ?? {};
  return ["what", "remedy"].flatMap((key) => say(locale, words, key, values) ?? []).join(" ");
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
