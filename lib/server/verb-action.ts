import "server-only";
import type { z } from "zod";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import type { RefusalReason } from "@/lib/refusals";
import type { Result } from "@/lib/result";
import { answerTo, type Redraw, redraw } from "./answer";

/** The answer of a verb called straight from a screen, without a form. */
export type VerbAnswer<T> =
  | { ok: true; value: T }
  | { ok: false; reason: RefusalReason; details?: Record<string, unknown> };

/** One server action for what is no form, such as a key or a menu on the board: gate → parse → verb → answer. */
export function verbAction<A extends Person, S extends z.ZodType, T>(
  gate: () => Promise<Ctx<A>>,
  input: S,
  verb: (ctx: Ctx<A>, input: z.output<S>) => Promise<Result<T>>,
  after: Redraw = {},
): (input: z.input<S>) => Promise<VerbAnswer<T>> {
  return async (raw) => {
    const ctx = await gate();
    const parsed = input.safeParse(raw);
    if (!parsed.success) return { ok: false, reason: "invalid" };
    const answer = await answerTo(() => verb(ctx, parsed.data));
    redraw(after, answer);
    return answer.ok ? answer : { ok: false, reason: answer.reason, details: answer.details };
  };
}
