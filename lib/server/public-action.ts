import "server-only";
import type { z } from "zod";
import { asAnyone } from "@/lib/auth/guards";
import type { PublicCtx } from "@/lib/context";
import type { RefusalReason } from "@/lib/refusals";
import type { Result } from "@/lib/result";
import { type After, type FormAction, formAction } from "./form-action";

/** A server action for people who are not signed in: parse → verb → form state. The verb says who may, by a one-time link. */
export function publicAction<S extends z.ZodType, T, R extends RefusalReason>(
  input: S,
  verb: (ctx: PublicCtx, input: z.output<S>) => Promise<Result<T, R>>,
  after: After<T, PublicCtx> = {},
): FormAction<T> {
  return formAction(async () => asAnyone(), input, verb, after);
}
