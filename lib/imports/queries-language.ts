import "server-only";
import type { Locale } from "@/lib/i18n/locales";
import type { ImportWarning } from "./schema";
import type { ReadFiles } from "./sheets/queries";
import { dateOf } from "./sheets/rules-cells";

/** What is read of the files in the language of the person who reads them. */
export type ReadInLanguage = ReadFiles & { warnings: ImportWarning[] };

/** English writes 24/12/2026, which is said once a column; in Swedish it is no date. */
export function inLanguageOf(locale: Locale, read: ReadFiles): ReadInLanguage {
  const { slashedDates, faults } = read;
  if (locale !== "en") return { ...read, faults: [...faults, ...slashedDates], warnings: [] };
  const first = new Map<string, ImportWarning>();
  for (const { code: _, ...place } of slashedDates) {
    const key = `${place.file} ${place.column}`;
    const on = dateOf(place.value);
    if (!first.has(key) && on.ok)
      first.set(key, { ...place, code: "date_read", values: { value: place.value, on: on.value } });
  }
  return { ...read, warnings: [...first.values()] };
}
