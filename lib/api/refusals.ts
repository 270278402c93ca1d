import type { Result } from "@/lib/result";
import { ApiError } from "./api-error";

const CONFLICT = 409;
const UNPROCESSABLE = 422;

/** Refusals that are no conflict with what stands, but an input that cannot be acted on; all others are answered 409. */
const NOT_CONFLICTS = new Set([
  "assistant_leaves_before",
  "due_before_today",
  "duty_twice",
  "ends_before_start",
  "hours_end_before_start",
  "language_twice",
  "leaves_before_hired",
  "no_files",
  "not_a_duty",
  "other_time_zone",
  "recurs_never",
  "recurs_twice",
  "unknown_duty",
  "unknown_holiday_region",
  "unknown_leave_type",
  "weekday_twice",
]);

/** The status a verb's refusal is answered with. */
export function statusOfRefusal(reason: string): number {
  return NOT_CONFLICTS.has(reason) ? UNPROCESSABLE : CONFLICT;
}

/** The value of a verb's answer; a refusal becomes the error it is answered with. */
export function requireValue<T>(answer: Result<T>): T {
  if (answer.ok) return answer.value;
  throw new ApiError(statusOfRefusal(answer.reason), answer.reason, {
    path: answer.path,
    details: answer.details,
  });
}
