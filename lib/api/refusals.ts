import type { Ctx } from "@/lib/context";
import { REFUSAL_STATUS } from "@/lib/refusals";
import { type Result, refuse } from "@/lib/result";
import { ApiError } from "./api-error";

/** The value of a verb's answer; a refusal becomes the error it is answered with. */
export function requireValue<T>(answer: Result<T>): T {
  if (answer.ok) return answer.value;
  throw new ApiError(REFUSAL_STATUS[answer.reason], answer.reason, {
    path: answer.path,
    details: answer.details,
  });
}

/** Refuses an API token: what ends sign-ins and tokens, or hands out all that is kept of somebody, takes a browser's session. */
export function requireBrowser({ actor }: Ctx): void {
  if (!actor.session) requireValue(refuse("session_needed"));
}
