import "server-only";
import { redirect } from "next/navigation";
import type { z } from "zod";
import type { RefusalReason } from "@/lib/refusals";
import type { Result } from "@/lib/result";
import { answerTo, type Redraw, redraw } from "./answer";
import { type FormValues, objectOf, typedValues } from "./form-data";
import { type Fault, faultsOf } from "./issues";

/** What a form knows after it was sent, for useActionState. What was typed is kept unless it was done. */
export type FormState<T = unknown> =
  | { status: "idle"; values: FormValues }
  | { status: "invalid"; values: FormValues; faults: Fault[] }
  | {
      status: "refused";
      values: FormValues;
      reason: RefusalReason;
      path?: string;
      details?: Record<string, unknown>;
    }
  | { status: "done"; values: FormValues; value: T };

export type FormAction<T> = (previous: FormState<T>, form: FormData) => Promise<FormState<T>>;

export type After<T> = Redraw & { redirectTo?: (value: T) => string };

/** One server action: gate → parse → verb → form state. Works before hydration; a missing record reads "not_found". */
export function formAction<C, S extends z.ZodType, T, R extends RefusalReason>(
  gate: () => Promise<C>,
  input: S,
  verb: (ctx: C, input: z.output<S>) => Promise<Result<T, R>>,
  after: After<T> = {},
): FormAction<T> {
  return async (_previous, form) => {
    const ctx = await gate();
    const values = typedValues(form);
    const parsed = input.safeParse(objectOf(form), { reportInput: true });
    if (!parsed.success) return { status: "invalid", values, faults: faultsOf(parsed.error) };
    const answer = await answerTo(() => verb(ctx, parsed.data));
    redraw(after, answer.ok);
    if (!answer.ok) {
      return { status: "refused", values, reason: answer.reason, path: answer.path, details: answer.details };
    }
    if (after.redirectTo) redirect(after.redirectTo(answer.value));
    return { status: "done", values: {}, value: answer.value };
  };
}
