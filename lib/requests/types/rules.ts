import { type Refusal, refuse } from "@/lib/result";
import { isDay } from "@/lib/time/day";
import type { AskedField, RequestField, RequestTypeView } from "./schema";

const AMOUNT = /^-?\d{1,12}([.,]\d{1,4})?$/;

/** The answers to what a type asks, empty ones left out; refuses what it doesn't ask and what isn't of the field's kind. */
export function refusalOfFields(
  type: Pick<RequestTypeView, "fields"> | null,
  answers: Readonly<Record<string, string>>,
): Refusal<"field_unknown" | "field_invalid"> | null {
  for (const [key, answer] of Object.entries(answers)) {
    const field = type?.fields.find((one) => one.key === key && !one.isRetired);
    if (!field) return refuse("field_unknown", { path: `fields.${key}` });
    if (answer !== "" && !fits(field, answer)) return refuse("field_invalid", { path: `fields.${key}` });
  }
  return null;
}

function fits({ kind, choices = [] }: RequestField, answer: string): boolean {
  if (kind === "number") return AMOUNT.test(answer);
  if (kind === "date") return isDay(answer);
  return kind !== "choice" || choices.some(({ value }) => value === answer);
}

/** A short key for a name that no other has yet: "Day of travel" → "day_of_travel". */
export function keyFor(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "")
    .slice(0, 36);
  const key = plain || "field";
  const numbered = [key, ...Array.from({ length: taken.length + 1 }, (_, i) => `${key}_${i + 2}`)];
  return numbered.find((one) => !taken.includes(one)) ?? key;
}

/**
 * The fields of a type as they are asked from now on. A field keeps its key by which answers are kept, and a choice its value;
 * what is no longer asked stays at the end, retired, so that old answers keep their names.
 */
export function fieldsAfter(before: readonly RequestField[], asked: readonly AskedField[]): RequestField[] {
  const taken = before.map(({ key }) => key);
  const fields = asked.map((field): RequestField => {
    const old = before.find(({ key }) => key === field.key);
    const key = old?.key ?? keyFor(field.nameEn, taken);
    taken.push(key);
    const { kind, nameEn, nameSv } = field;
    return { key, kind, nameEn, nameSv, ...(kind === "choice" && { choices: choicesAfter(old, field) }) };
  });
  const kept = new Set(fields.map(({ key }) => key));
  const retired = before.filter(({ key }) => !kept.has(key)).map((field) => ({ ...field, isRetired: true }));
  return [...fields, ...retired];
}

function choicesAfter(old: RequestField | undefined, { choices }: AskedField) {
  const taken: string[] = [];
  return choices.map(({ nameEn, nameSv }) => {
    const same = old?.choices?.find((one) => one.nameEn === nameEn && !taken.includes(one.value));
    const value = same?.value ?? keyFor(nameEn, [...taken, ...(old?.choices ?? []).map((one) => one.value)]);
    taken.push(value);
    return { value, nameEn, nameSv };
  });
}
