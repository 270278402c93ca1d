import { AD_SECTIONS, type AdSection } from "@/lib/hiring/ads/rules";
import type { AdView } from "@/lib/hiring/ads/schema";
import { LOCALES, type Locale } from "@/lib/i18n/locales";

/** An ad as its form shows it. */
export function adValues(ad: AdView): Record<string, string> {
  const {
    version,
    employer,
    place,
    country,
    opensOn,
    closesOn,
    payFrom,
    payTo,
    currency,
    payUnit,
    payReason,
  } = ad;
  const words = LOCALES.flatMap((locale) =>
    (["title", ...AD_SECTIONS] as const).map((part) => [`${locale}.${part}`, ad[locale][part]]),
  );
  const questions = ad.questions.flatMap(({ en, sv, isRequired }, row) => [
    [`questions.${row}.en`, en],
    [`questions.${row}.sv`, sv],
    ...(isRequired ? [[`questions.${row}.isRequired`, "on"]] : []),
  ]);
  return Object.fromEntries([
    ...words,
    ...questions,
    ...Object.entries({
      version: String(version),
      employer,
      place,
      country,
      closesOn,
      currency,
      payUnit,
      payReason,
    }),
    ["opensOn", opensOn ?? ""],
    ["payFrom", payFrom === null ? "" : String(payFrom)],
    ["payTo", payTo === null ? "" : String(payTo)],
  ]);
}

/** A first text for an ad that nobody has written yet. */
export function firstValues(
  title: string,
  closesOn: string,
  draft: Record<Locale, Partial<Record<AdSection, string>>>,
): Record<string, string> {
  const words = LOCALES.flatMap((locale) => [
    [`${locale}.title`, title],
    ...Object.entries(draft[locale]).map(([section, text]) => [`${locale}.${section}`, text]),
  ]);
  return {
    ...Object.fromEntries(words),
    ...{ version: "0", country: "SE", currency: "SEK", payUnit: "month", closesOn },
  };
}
