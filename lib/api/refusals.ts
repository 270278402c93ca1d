import type { Result } from "@/lib/result";
import { ApiError } from "./api-error";

const CONFLICT = 409;
const UNPROCESSABLE = 422;

/** Refusals that are no conflict with what stands, but an input that cannot be acted on; all others are answered 409. */
const NOT_CONFLICTS = new Set([
  "absence_too_long",
  "after_leaving",
  "all_may_be_away",
  "assistant_leaves_before",
  "before_hired",
  "cancellation_in_the_past",
  "due_before_today",
  "duty_twice",
  "ends_before_start",
  "half_days_only",
  "hours_end_before_start",
  "hours_incomplete",
  "hours_within_one_day",
  "language_twice",
  "leaves_before_hired",
  "no_files",
  "not_a_decider",
  "not_a_duty",
  "not_counted",
  "not_longer",
  "not_of_the_pool",
  "not_shorter",
  "other_time_zone",
  "own_deputy",
  "recurs_never",
  "recurs_twice",
  "too_short_notice",
  "too_small",
  "unknown_duty",
  "unknown_holiday_region",
  "unknown_leave_type",
  "weekday_twice",
  "whole_days_only",
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
