type Locale = "en" | "sv";

const WEEKDAYS = {
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  sv: ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"],
} as const;

/** The whole name of an ISO weekday, as it stands inside a sentence. */
export function weekdayName(weekday: number, locale: Locale): string {
  return WEEKDAYS[locale][weekday - 1] ?? String(weekday);
}

/** A name at the start of a line. */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase("sv") + text.slice(1);
}

/** The name of a language by its ISO code, or the code where it has none. */
export function languageName(code: string, locale: Locale): string {
  return new Intl.DisplayNames([locale], { type: "language", fallback: "code" }).of(code) ?? code;
}

const OFFICE_LANGUAGES =
  "ar bg bs cs da de el en es et fa fi fr he hi hr hu is it ja ko lt lv nb nl pl pt ro ru se sk so sq sr th ti tr uk vi zh";

/** The languages one can choose, by name, with those already chosen among them. */
export function languageChoices(
  chosen: readonly string[],
  locale: Locale,
): { value: string; label: string }[] {
  return [...new Set([...OFFICE_LANGUAGES.split(" "), ...chosen])]
    .map((value) => ({ value, label: capitalised(languageName(value, locale)) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}
