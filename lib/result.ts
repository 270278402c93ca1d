import type { RefusalReason } from "./refusals";

/** The answer of a verb a well-meaning person can be refused: a value, or the reason why not. */
export type Result<T, R extends RefusalReason = RefusalReason> = { ok: true; value: T } | Refusal<R>;

/** A refusal names its reason, the field it concerns, and what the words need to be specific. */
export type Refusal<R extends RefusalReason = RefusalReason> = Rejected<R>;

/** What was read from something written, or the code of its fault; the words of faults belong to what is read. */
export type Parsed<T, C extends string> = { ok: true; value: T } | Rejected<C>;

type More = { path?: string; details?: Record<string, unknown> };
type Rejected<C extends string> = { ok: false; reason: C } & More;

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function refuse<R extends RefusalReason>(reason: R, more: More = {}): Refusal<R> {
  return { ok: false, reason, ...more };
}

export function reject<C extends string>(code: C, more: More = {}): Rejected<C> {
  return { ok: false, reason: code, ...more };
}
