import { z } from "zod";

/** What a PATCH may send: the whole input with every field but the id left to choice, and nothing filled in. */
export function changesOf<T extends { id: string }>(
  whole: z.ZodObject & z.ZodType<T>,
): z.ZodType<Partial<T> & { id: string }, Partial<T> & { id: string }> {
  const fields = Object.entries(whole.shape).map(([name, schema]) => [
    name,
    name === "id" ? schema : z.optional(withoutDefault(schema)),
  ]);
  return z.strictObject(Object.fromEntries(fields)) as never;
}

function withoutDefault(schema: z.core.$ZodType): z.core.$ZodType {
  const { def } = schema._zod;
  return def.type === "default" || def.type === "prefault"
    ? (def as z.core.$ZodDefaultDef).innerType
    : schema;
}
