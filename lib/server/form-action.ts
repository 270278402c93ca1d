import "server-only";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { z } from "zod";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import type { Result } from "@/lib/result";
import { type FormValues, objectOf, typedValues } from "./form-data";
import { type Fault, faultsOf } from "./issues";

/** What a form knows after it was sent, for useActionState. What was typed is kept unless it was done. */
export type FormState<T = unknown> =
  | { status: "idle"; values: FormValues }
  | { status: "invalid"; values: FormValues; faults: Fault[] }
  | {
      status: "refused";
      values: FormValues;
      reason: string;
      path?: string;
      details?: Record<string, unknown>;
    }
  | { status: "done"; values: FormValues; value: T };

export type FormAction<T> = (previous: FormState<T>, form: FormData) => Promise<FormState<T>>;

export type After<T> = { revalidate?: string[]; redirectTo?: (value: T) => string };

/** One server action: gate → parse → verb → form state. Works before hydration; a missing record reads "not_found". */
export function formAction<A extends Person, S extends z.ZodType, T, R extends string>(
  gate: () => Promise<Ctx<A>>,
  input: S,
  verb: (ctx: Ctx<A>, input: z.output<S>) => Promise<Result<T, R>>,
  after: After<T> = {},
): FormAction<T> {
  return answering(gate, input, verb, after);
}

/** The way every form goes, whoever may send it. */
export function answering<C, S extends z.ZodType, T, R extends string>(
  gate: () => Promise<C>,
  input: S,
  verb: (ctx: C, input: z.output<S>) => Promise<Result<T, R>>,
  after: After<T>,
): FormAction<T> {
  return async (_previous, form) => {
    const ctx = await gate();
    const values = typedValues(form);
    const parsed = input.safeParse(objectOf(form), { reportInput: true });
    if (!parsed.success) return { status: "invalid", values, faults: faultsOf(parsed.error) };
    const answer = await answerOf(() => verb(ctx, parsed.data));
    if (!answer.ok) {
      return { status: "refused", values, reason: answer.reason, path: answer.path, details: answer.details };
    }
    for (const path of after.revalidate ?? []) revalidatePath(path, "layout");
    if (after.redirectTo) redirect(after.redirectTo(answer.value));
    return { status: "done", values: {}, value: answer.value };
  };
}

async function answerOf<T, R extends string>(
  verb: () => Promise<Result<T, R>>,
): Promise<Result<T, R | "not_found">> {
  try {
    return await verb();
  } catch (error) {
    if (error instanceof NotFoundError) return { ok: false, reason: "not_found" };
    throw error;
  }
}
