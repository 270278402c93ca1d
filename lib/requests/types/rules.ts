import { type Refusal, refuse } from "@/lib/result";
import { isDay } from "@/lib/time/day";
import type { RequestField, RequestTypeView } from "./schema";

const AMOUNT = /^-?\d{1,12}([.,]\d{1,4})?$/;

/** The answers to what a type asks, empty ones left out; refuses what it doesn't ask and what isn't of the field's kind. */
export function refusalOfFields(
  type: Pick<RequestTypeView, "fields"> | null,
  answers: Readonly<Record<string, string>>,
): Refusal<"field_unknown" | "field_invalid"> | null {
  for (const [key, answer] of Object.entries(answers)) {
    const field = type?.fields.find((one) => one.key === key);
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
