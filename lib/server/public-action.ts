import "server-only";
import type { z } from "zod";
import { asAnyone } from "@/lib/auth/guards";
import type { PublicCtx } from "@/lib/context";
import type { Result } from "@/lib/result";
import { type After, answering, type FormAction } from "./form-action";

/** A server action for people who are not signed in: parse → verb → form state. The verb says who may, by a one-time link. */
export function publicAction<S extends z.ZodType, T, R extends string>(
  input: S,
  verb: (ctx: PublicCtx, input: z.output<S>) => Promise<Result<T, R>>,
  after: After<T> = {},
): FormAction<T> {
  return answering(async () => asAnyone(), input, verb, after);
}
