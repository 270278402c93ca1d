/** The answer of a verb a well-meaning person can be refused: a value, or the reason why not. */
export type Result<T, R extends string = string> = { ok: true; value: T } | Refusal<R>;

/** A refusal names its reason, the field it concerns, and what the words need to be specific. */
export type Refusal<R extends string = string> = {
  ok: false;
  reason: R;
  path?: string;
  details?: Record<string, unknown>;
};

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function refuse<R extends string>(
  reason: R,
  more: { path?: string; details?: Record<string, unknown> } = {},
): Refusal<R> {
  return { ok: false, reason, ...more };
}
