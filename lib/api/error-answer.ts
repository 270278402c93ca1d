import "server-only";
import { isBusy } from "@/lib/errors";
import { type Locale, preferredLocale } from "@/lib/i18n/locales";

import { logFailure } from "@/lib/log";
import type { StoredResponse } from "@/lib/server/idempotency";

import { type ApiError, apiError } from "./api-error";
import { expectedError } from "./faults";
import { wordsOf, wordsOfFault } from "./words";

const API_ROOT = "/api/v1";
const RETRY_SECONDS = "5";

/** What a request is answered with; a file by its bytes. */
export type Answer = StoredResponse & { headers?: Record<string, string>; bytes?: Uint8Array<ArrayBuffer> };

/** The language a caller reads: English unless Swedish is asked for. */
export function requestLocaleOf(request: Request): Locale {
  return preferredLocale(request.headers.get("accept-language"));
}

/** The path of an address under the API's root: "/pools". */
export function pathIn(url: URL): string {
  return url.pathname.slice(API_ROOT.length) || "/";
}

/** The answer to an error: what a caller can mend is explained, anything else logged once under a reference. */
export function answerToError(request: Request, error: unknown, reference: string): Answer {
  const expected = expectedError(error);
  if (expected) return answerInWords(request, expected);
  const { pathname } = new URL(request.url);
  logFailure(error, { reference, where: `${request.method} ${pathname.slice(0, 200)}` });
  if (isBusy(error))
    return answerInWords(request, apiError("busy", { headers: { "retry-after": RETRY_SECONDS } }), reference);
  return answerInWords(request, apiError("internal"), reference);
}

/** An error as its answer, with words in the caller's language. */
export function answerInWords(request: Request, error: ApiError, reference?: string): Answer {
  const locale = requestLocaleOf(request);
  const { path, details, faults, headers } = error.more;
  const body = {
    code: error.code,
    message: wordsOf(error, locale),
    path,
    details,
    faults: faults?.map((fault) => ({
      path: fault.path,
      code: fault.code,
      message: wordsOfFault(fault, locale),
    })),
    reference,
  };
  return { status: error.status, body: JSON.stringify({ error: body }), headers };
}
