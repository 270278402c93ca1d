import { REFUSAL_STATUS } from "@/lib/refusals";
import type { Result } from "@/lib/result";
import { ApiError } from "./api-error";

/** The value of a verb's answer; a refusal becomes the error it is answered with. */
export function requireValue<T>(answer: Result<T>): T {
  if (answer.ok) return answer.value;
  throw new ApiError(REFUSAL_STATUS[answer.reason], answer.reason, {
    path: answer.path,
    details: answer.details,
  });
}
