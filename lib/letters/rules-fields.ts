import { namesInBraces, withBracesFilled } from "@/lib/braces";
import { type Refusal, refuse } from "@/lib/result";
import { slipsBetween } from "@/lib/slips";
import type { LetterLanguage } from "./rules-choices";

type MergeField = { key: string; en: string; sv: string; isOwn?: boolean };

/** What a letter can be filled in with. Those of its own are known without being asked: who signs, who writes, and the day. */
export const MERGE_FIELDS = [
  { key: "recipient", en: "Recipient", sv: "Mottagare" },
  { key: "company", en: "Company", sv: "Företag" },
  { key: "address", en: "Address", sv: "Adress" },
  { key: "salutation", en: "Salutation", sv: "Tilltal" },
  { key: "reference", en: "Reference", sv: "Referens" },
  { key: "their_letter_of", en: "Their letter of", sv: "Ert brev av" },
  { key: "matter", en: "Matter", sv: "Ämne" },
  { key: "day", en: "Day", sv: "Dag" },
  { key: "time", en: "Time", sv: "Tid" },
  { key: "place", en: "Place", sv: "Plats" },
  { key: "contact_person", en: "Contact person", sv: "Kontaktperson" },
  { key: "amount", en: "Amount", sv: "Belopp" },
  { key: "answer_by", en: "Answer by", sv: "Svar senast" },
  { key: "enclosures", en: "Enclosures", sv: "Bilagor" },
  { key: "date", en: "Date", sv: "Datum", isOwn: true },
  { key: "executive", en: "Executive", sv: "Chef", isOwn: true },
  { key: "executive_title", en: "Executive title", sv: "Chefens titel", isOwn: true },
  { key: "assistant", en: "Assistant", sv: "Assistent", isOwn: true },
] as const satisfies readonly MergeField[];

export type FieldKey = (typeof MERGE_FIELDS)[number]["key"];
/** What fields are filled in with, by their key; an empty one is missing. */
export type FieldValues = Readonly<Partial<Record<FieldKey, string>>>;

export const FIELD_KEYS = MERGE_FIELDS.map(({ key }) => key) as [FieldKey, ...FieldKey[]];

const BY_NAME = new Map<string, FieldKey>(
  MERGE_FIELDS.flatMap(({ key, en, sv }) => [key, en, sv].map((name) => [foldedField(name), key] as const)),
);

function foldedField(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s_]+/g, " ")
    .trim();
}

/** The field of a name as people write it, in either language; null where there is none. */
export function fieldNamed(name: string): FieldKey | null {
  return BY_NAME.get(foldedField(name)) ?? null;
}

/** What a field is called in the language of a letter. */
export function fieldName(key: FieldKey, language: LetterLanguage): string {
  return MERGE_FIELDS.find((field) => field.key === key)?.[language] ?? key;
}

/** True for a field that is filled in without being asked. */
export function isOwnField(key: FieldKey): boolean {
  return MERGE_FIELDS.some((field) => field.key === key && "isOwn" in field);
}

/** Refuses a text with a field there isn't, with the nearest name, or with braces that open and never close. */
export function refusalOfFieldNames(
  texts: Readonly<Record<string, string>>,
  language: LetterLanguage,
): Refusal<"letter_field_unknown" | "letter_field_open"> | null {
  for (const [path, text] of Object.entries(texts)) {
    const unknown = namesInBraces(text).find((name) => fieldNamed(name) === null);
    if (unknown !== undefined) {
      const nearest = nearestField(unknown, language);
      return refuse("letter_field_unknown", { path, details: { field: unknown.slice(0, 60), nearest } });
    }
    if (/\{\{\{|\}\}\}/.test(text) || /\{\{|\}\}/.test(withBracesFilled(text, () => "")))
      return refuse("letter_field_open", { path });
  }
  return null;
}

/** The field whose name is the fewest slips of the keyboard away, in the letter's language. */
export function nearestField(name: string, language: LetterLanguage): string {
  const wanted = foldedField(name);
  const near = MERGE_FIELDS.map((field) => ({
    name: field[language],
    far: Math.min(...[field.key, field.en, field.sv].map((one) => slipsBetween(wanted, foldedField(one)))),
  }));
  return near.reduce((best, one) => (one.far < best.far ? one : best)).name;
}
