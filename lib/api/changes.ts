import { z } from "zod";

type Whole<T> = z.ZodObject & z.ZodType<T>;
type Changes<T> = Partial<T> & { id: string };

/** What a PATCH may send: the whole input with every field but the id left to choice, and nothing filled in. */
export function patchInput<T extends { id: string }>(whole: Whole<T>): z.ZodType<Changes<T>, Changes<T>> {
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

/** The whole input a PATCH amounts to: what stands, with what was sent in its place. */
export function wholeOf<T extends { id: string }>(
  whole: Whole<T>,
  current: Readonly<Record<string, unknown>>,
  changes: Changes<T>,
): T {
  const known = Object.keys(whole.shape).map((name) => [name, current[name]]);
  return { ...Object.fromEntries(known), ...changes };
}
