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

/** A value that a schema lets in. */
export function sampleOf(schema: z.core.$ZodType): unknown {
  const { def } = schema._zod as { def: z.core.$ZodTypes["_zod"]["def"] };
  if (schema === DayFact) return "2026-08-17";
  switch (def.type) {
    case "object":
      return Object.fromEntries(Object.entries(def.shape).map(([name, part]) => [name, sampleOf(part)]));
    case "array":
      return [sampleOf(def.element)];
    case "optional":
    case "nullable":
      return sampleOf(def.innerType);
    case "enum":
      return Object.values(def.entries)[0];
    case "number":
      return 480;
    default:
      return ["6f9619ff-8b86-4d01-b42d-00cf4fc964ff", "2026-08-17T07:00:00.000Z", "calendar"].find(
        (text) => z.safeParse(schema, text).success,
      );
  }
}
