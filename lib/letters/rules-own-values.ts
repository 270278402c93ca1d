import { localeTag } from "@/lib/i18n/locales";
import type { Day } from "@/lib/time/day";
import type { LetterLanguage } from "./rules-choices";
import { FIELD_KEYS, type FieldValues } from "./rules-fields";

type Known = { executive: string; title: string; assistant: string; today: Day };

/** What is filled in without being asked: who signs, who writes, and the day in words. */
function ownValues(language: LetterLanguage, { executive, title, assistant, today }: Known): FieldValues {
  const format = new Intl.DateTimeFormat(localeTag(language), { dateStyle: "long", timeZone: "UTC" });
  return { date: format.format(new Date(`${today}T00:00Z`)), executive, executive_title: title, assistant };
}

/** What a version is filled in with: what was typed, and what is known without being typed, without what is empty. */
export function valuesOfVersion(
  language: LetterLanguage,
  typed: FieldValues,
  known: Known,
): Record<string, string> {
  const own = ownValues(language, known);
  const filled = FIELD_KEYS.map((key) => [key, own[key]?.trim() || typed[key]?.trim() || ""] as const);
  return Object.fromEntries(filled.filter(([, value]) => value !== ""));
}
