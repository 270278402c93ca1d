/** A language of the product. */
export type Locale = "en" | "sv";

export const LOCALES = ["en", "sv"] as const satisfies readonly Locale[];

export function isLocale(text: unknown): text is Locale {
  return text === "en" || text === "sv";
}

/** The tag that dates, numbers and sorting follow. */
export function localeTag(locale: Locale): "en-GB" | "sv-SE" {
  return locale === "sv" ? "sv-SE" : "en-GB";
}
