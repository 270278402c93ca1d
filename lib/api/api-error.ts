import { REFUSAL_STATUS } from "@/lib/refusals";

/** What can be wrong with a call besides a verb's refusal, and the status it is answered with. */
const STATUS = {
  malformed_body: 400,
  invalid_input: 400,
  nul_character: 400,
  bad_idempotency_key: 400,
  bad_if_match: 400,
  not_signed_in: 401,
  wrong_role: 403,
  second_factor_missing: 403,
  scope_missing: 403,
  not_by_token: 403,
  foreign_origin: 403,
  no_such_operation: 404,
  method_not_allowed: 405,
  idempotency_key_reused: 409,
  request_in_progress: 409,
  body_too_large: 413,
  wrong_content_type: 415,
  internal: 500,
  not_found: REFUSAL_STATUS.not_found,
  busy: REFUSAL_STATUS.busy,
} as const;

export type ApiErrorCode = keyof typeof STATUS;

/** A fault of what was sent: where, which, and what its words need. */
export type ApiFault = { path: string; code: string; values?: Record<string, string | number> };

type More = {
  path?: string;
  details?: Record<string, unknown>;
  faults?: ApiFault[];
  headers?: Record<string, string>;
};

/** An answer that is not a success: its status, its code, and what the words need to be specific. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly more: More = {},
  ) {
    super(code);
  }
}

/** An error of the calls themselves. */
export function apiError(code: ApiErrorCode, more: More = {}): ApiError {
  return new ApiError(STATUS[code], code, more);
}
