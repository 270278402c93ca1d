import "server-only";
import { redirect } from "next/navigation";
import type { z } from "zod";
import type { Person } from "@/lib/actor";
import { proveAgain } from "@/lib/auth/step-up";
import type { Ctx, PublicCtx } from "@/lib/context";
import { proofKindOf } from "@/lib/proof";
import type { RefusalReason } from "@/lib/refusals";
import { ok, type Refusal, type Result } from "@/lib/result";
import { answerTo, type Redraw, redraw } from "./answer";
import {
  FORM_KEY_FIELD,
  type FormValues,
  filesOf,
  nameKeptFiles,
  objectOf,
  PROOF_FIELD,
  typedValues,
} from "./form-data";
import { type DoneOnce, doOnce, fingerprintOf, type OnceRequest } from "./idempotency";
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
  | { status: "done"; values: FormValues; value: T }
  | { status: "done_before"; values: FormValues };

export type FormAction<T> = (previous: FormState<T>, form: FormData) => Promise<FormState<T>>;

export type After<T, C = never> = Redraw & {
  redirectTo?: (value: T) => string;
  /** Keeps the files that come with the form before anything else, so that they outlive a refusal as what was typed does. */
  keepFiles?: (
    ctx: C,
    files: readonly File[],
  ) => Promise<Result<readonly { id: string; name: string }[], RefusalReason>>;
  /** Sent twice it may be done twice: it does no harm, and its work or its answer outlives a transaction. */
  mayRepeat?: boolean;
};

/**
 * One server action: gate → parse → verb, once for each rendering of the form → form state. Works before hydration; a missing
 * record reads "not_found".
 */
export function formAction<C extends PublicCtx, S extends z.ZodType, T, R extends RefusalReason>(
  gate: () => Promise<C>,
  input: S,
  verb: (ctx: C, input: z.output<S>) => Promise<Result<T, R>>,
  after: After<T, C> = {},
): FormAction<T> {
  return async (_previous, form) => {
    const proven = await withProof(await gate(), form);
    if (!proven.ok) return refused(typedValues(form), proven);
    const ctx = proven.value;
    const request = after.mayRepeat ? null : await onceRequestOf(form);
    const files = await withKeptFiles(ctx, form, after);
    const values = typedValues(form);
    if (!files.ok) return refused(values, { ...files, path: "files" });
    const parsed = input.safeParse(objectOf(form), { reportInput: true });
    if (!parsed.success) return { status: "invalid", values, faults: faultsOf(parsed.error) };
    const answer = await answerTo(() => onlyOnce(ctx, request, (tx) => verb(tx, parsed.data), after));
    redraw(after, answer);
    if (!answer.ok) return refused(values, answer);
    const target = answer.value.isRepeat ? answer.value.trace : after.redirectTo?.(answer.value.value);
    if (target) redirect(target);
    if (answer.value.isRepeat) return { status: "done_before", values: {} };
    return { status: "done", values: {}, value: answer.value.value };
  };
}

function refused<T>(values: FormValues, { reason, path, details }: Refusal): FormState<T> {
  return { status: "refused", values, reason, path, details };
}

/** Keeps the files of a form where its action takes some, and names them in it instead. */
async function withKeptFiles<C, T>(
  ctx: C,
  form: FormData,
  { keepFiles }: After<T, C>,
): Promise<Result<null, RefusalReason>> {
  const files = filesOf(form);
  if (!keepFiles || files.length === 0) return ok(null);
  const kept = await keepFiles(ctx, files);
  if (kept.ok) nameKeptFiles(form, kept.value);
  return kept.ok ? ok(null) : kept;
}

/** The context of whoever sends a form, with the proof that it is they where the form was asked for one. */
async function withProof<C extends PublicCtx>(ctx: C, form: FormData): Promise<Result<C>> {
  const typed = form.get(PROOF_FIELD);
  if (typeof typed !== "string" || typed === "" || !isOfAPerson(ctx)) return ok(ctx);
  const answer = await proveAgain(ctx, typed);
  if (answer.ok) return ok({ ...ctx, ...answer.value });
  return { ...answer, path: PROOF_FIELD, details: { by: proofKindOf(ctx.actor) } };
}

/** Without a key, or with nobody signed in whose key it could be, the work is simply done. */
async function onlyOnce<C extends PublicCtx, T, R extends RefusalReason>(
  ctx: C,
  request: OnceRequest | null,
  work: (ctx: C) => Promise<Result<T, R>>,
  { redirectTo }: Pick<After<T>, "redirectTo">,
): Promise<Result<DoneOnce<T>, R | "sent_already">> {
  if (request && isOfAPerson(ctx)) return doOnce(ctx, request, work, (value) => redirectTo?.(value) ?? "");
  const result = await work(ctx);
  return result.ok ? ok({ isRepeat: false, value: result.value }) : result;
}

function isOfAPerson<C extends PublicCtx>(ctx: C): ctx is C & Ctx<Person> {
  return "actor" in ctx;
}

const FORM_KEY = /^[0-9a-f-]{36}$/;

/** The key of the form and a hash of what was typed; files count with what they hold. */
async function onceRequestOf(form: FormData): Promise<OnceRequest | null> {
  const key = form.get(FORM_KEY_FIELD);
  if (typeof key !== "string" || !FORM_KEY.test(key)) return null;
  const parts: (string | Uint8Array)[] = [];
  for (const [name, value] of form.entries()) {
    if (name.startsWith("$")) continue;
    parts.push(name, typeof value === "string" ? value : new Uint8Array(await value.arrayBuffer()));
  }
  return { key: `form ${key}`, fingerprint: fingerprintOf(...parts) };
}
