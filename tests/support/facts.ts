import { z } from "zod";
import { DayFact, PUBLIC_TEXTS } from "@/lib/facts";

/** One value that a schema lets in, and by which path: "range.from". */
export type Fact = { path: string; schema: z.core.$ZodType };

/** Every single value that a schema lets in. */
export function factsOf(schema: z.core.$ZodType, path = ""): Fact[] {
  const { def } = schema._zod as { def: z.core.$ZodTypes["_zod"]["def"] };
  const at = (name: string) => (path === "" ? name : `${path}.${name}`);
  switch (def.type) {
    case "object":
      return Object.entries(def.shape).flatMap(([name, part]) => factsOf(part, at(name)));
    case "array":
      return factsOf(def.element, path);
    case "optional":
    case "nullable":
    case "readonly":
      return factsOf(def.innerType, path);
    case "record":
      return [...factsOf(def.keyType, at("key")), ...factsOf(def.valueType, path)];
    default:
      return [{ path, schema }];
  }
}

/** True for ids, keys, days, moments, numbers and words of a closed set, and for text that is declared public. */
export function isPlainFact({ schema }: Fact): boolean {
  const { def } = schema._zod as { def: z.core.$ZodTypes["_zod"]["def"] };
  if (["number", "int", "boolean", "enum", "literal", "null"].includes(def.type)) return true;
  if (def.type === "custom") return schema === DayFact;
  if (def.type !== "string") return false;
  const declared = z.globalRegistry.get(schema)?.public;
  if (PUBLIC_TEXTS.some((text) => text === declared)) return true;
  return "format" in def || hasPattern(schema);
}

// A pattern that lets a space in lets words in.
function hasPattern(schema: z.core.$ZodType): boolean {
  return schema instanceof z.ZodString && !schema.safeParse("two words").success && schema.format === "regex";
}
