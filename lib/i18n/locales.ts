/** A language of the product. */
export type Locale = "en" | "sv";

/** The tag that dates, numbers and sorting follow. */
export type LocaleTag = "en-GB" | "sv-SE";

/** What the address of a page for everybody says of its language, handed on by the proxy. */
export const ADDRESS_LANGUAGE_HEADER = "x-standby-language";

export const LOCALES = ["en", "sv"] as const satisfies readonly Locale[];

export function isLocale(text: unknown): text is Locale {
  return text === "en" || text === "sv";
}

export function localeTag(locale: Locale): LocaleTag {
  return locale === "sv" ? "sv-SE" : "en-GB";
}

/** The language of a tag, such as the one next-intl's useLocale gives. */
export function localeOf(tag: string): Locale {
  return tag.startsWith("sv") ? "sv" : "en";
}

/** What is named in both languages. */
export type BothNames = { nameEn: string; nameSv: string };

/** A name in the reader's language. */
export function nameIn(locale: Locale, { nameEn, nameSv }: BothNames): string {
  return locale === "sv" ? nameSv : nameEn;
}

/** Names in the reader's language, by id. */
export function namesIn(
  locale: Locale,
  rows: readonly (BothNames & { id: string })[],
): Record<string, string> {
  return Object.fromEntries(rows.map((row) => [row.id, nameIn(locale, row)]));
}

/** The language a browser prefers: Swedish when it stands before every form of English, else English. */
export function preferredLocale(acceptLanguage: string | null): Locale {
  const ranked = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...params] = part.trim().toLowerCase().split(";");
      const quality = params.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find(Boolean);
      return { language: tag.split("-")[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ language, quality }) => isLocale(language) && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return ranked[0]?.language === "sv" ? "sv" : "en";
}
