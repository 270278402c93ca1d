import { z } from "zod";

/** One page of a list; `nextCursor` is null on the last. */
export function pageView<S extends z.ZodType>(item: S) {
  return z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** The id in the address, and nothing else. */
export const IdInput = z.strictObject({ id: z.uuid() });
