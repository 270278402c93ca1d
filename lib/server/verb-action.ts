import "server-only";
import { revalidatePath } from "next/cache";
import type { z } from "zod";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import type { Result } from "@/lib/result";

/** The answer of a verb called straight from a screen, without a form. */
export type VerbAnswer<T> =
  | { ok: true; value: T }
  | { ok: false; reason: string; details?: Record<string, unknown> };

/** One server action for what is no form, such as a key or a menu on the board: gate → parse → verb → answer. */
export function verbAction<A extends Person, S extends z.ZodType, T>(
  gate: () => Promise<Ctx<A>>,
  input: S,
  verb: (ctx: Ctx<A>, input: z.output<S>) => Promise<Result<T>>,
  after: { revalidate?: string[] } = {},
): (input: z.input<S>) => Promise<VerbAnswer<T>> {
  return async (raw) => {
    const ctx = await gate();
    const parsed = input.safeParse(raw);
    if (!parsed.success) return { ok: false, reason: "invalid" };
    try {
      const answer = await verb(ctx, parsed.data);
      if (!answer.ok) return { ok: false, reason: answer.reason, details: answer.details };
      for (const path of after.revalidate ?? []) revalidatePath(path);
      return { ok: true, value: answer.value };
    } catch (error) {
      if (error instanceof NotFoundError) return { ok: false, reason: "not_found" };
      throw error;
    }
  };
}
