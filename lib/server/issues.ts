import type { z } from "zod";

/** A fault in what came in: where it is, and a key of the messages area "errors.field" with its numbers. */
export type Fault = { path: string; code: FaultCode; values?: Record<string, string | number> };

/** What a schema of ours says of a value by itself, as the message of its check. */
const OWN_CODES = [
  "not_a_day",
  "not_a_week",
  "not_a_time",
  "not_an_address",
  "not_a_time_zone",
  "no_day_for_mail",
  "from_and_to",
  "from_is_to",
  "not_a_cursor",
  "ends_before_start",
  "range_too_long",
  "more_than_four_weeks",
  "too_well_known",
  "required",
  "one_of_two",
] as const;

/** Every fault a value can have; the words are in the area "errors.field". */
export const INPUT_FAULT_CODES = [
  ...OWN_CODES,
  "too_short",
  "too_long",
  "too_small",
  "too_big",
  "not_an_email",
  "not_a_number",
  "not_a_choice",
  "unknown_key",
  "invalid",
] as const;

export type FaultCode = (typeof INPUT_FAULT_CODES)[number];

const MOST_CHOICES = 40;

/** The faults zod found, in words of ours. */
export function faultsOf(error: z.ZodError): Fault[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.join(".");
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key): Fault => ({ path: path ? `${path}.${key}` : key, code: "unknown_key" }));
    }
    return [{ path, ...faultOf(issue) }];
  });
}

function faultOf(issue: z.core.$ZodIssue): Omit<Fault, "path"> {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return { code: "required" };
      return { code: issue.expected === "number" || issue.expected === "int" ? "not_a_number" : "invalid" };
    case "too_small":
      return issue.origin === "string"
        ? {
            code: Number(issue.minimum) === 1 ? "required" : "too_short",
            values: { minimum: Number(issue.minimum) },
          }
        : { code: "too_small", values: { minimum: Number(issue.minimum) } };
    case "too_big":
      return {
        code: issue.origin === "string" ? "too_long" : "too_big",
        values: { maximum: Number(issue.maximum) },
      };
    case "invalid_format":
      return { code: issue.format === "email" ? "not_an_email" : "invalid" };
    case "invalid_value":
      if (issue.input === undefined) return { code: "required" };
      return { code: "not_a_choice", values: { choices: issue.values.slice(0, MOST_CHOICES).join(", ") } };
    case "custom":
      return { code: OWN_CODES.find((code) => code === issue.message) ?? "invalid" };
    default:
      return { code: "invalid" };
  }
}
