import fc from "fast-check";
import type { JsonSchema } from "@/lib/api/openapi";

const ODD_TEXTS = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "🦊",
  "' OR 1=1 --",
  "../..",
  "null",
  "undefined",
  "__proto__",
];
const ODD_NUMBERS = [-1, 0, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308];

/** A value a schema asks for, as far as its type goes; ids are sometimes ones that exist. */
export function fitting(schema: JsonSchema, ids: readonly string[]): fc.Arbitrary<unknown> {
  const options = (schema.anyOf ?? schema.oneOf) as JsonSchema[] | undefined;
  if (options) return fc.oneof(...options.map((option) => fitting(option, ids)));
  if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]));
  if ("const" in schema) return fc.constant(schema.const);
  switch (schema.type) {
    case "string":
      return textFor(schema, ids);
    case "integer":
    case "number":
      return fc.integer({
        min: Number(schema.minimum ?? -10),
        max: Math.min(Number(schema.maximum ?? 1000), 2 ** 31),
      });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array":
      return fc.array(fitting((schema.items ?? {}) as JsonSchema, ids), { maxLength: 3 });
    case "object":
      return objectFor(schema, (child) => fitting(child, ids));
    default:
      return odd();
  }
}

function textFor(schema: JsonSchema, ids: readonly string[]): fc.Arbitrary<string> {
  if (schema.format === "uuid") return fc.oneof(fc.constantFrom(...ids), fc.uuid());
  if (schema.format === "date") {
    return fc.oneof(
      fc.integer({ min: 1, max: 28 }).map((day) => `2026-08-${String(day).padStart(2, "0")}`),
      fc.constantFrom("2026-02-30", "1999-12-31", "9999-12-31", "2026-8-1"),
    );
  }
  if (schema.format === "email") return fc.emailAddress();
  return fc.string({ maxLength: Math.min(Number(schema.maxLength ?? 40), 40), unit: "grapheme" });
}

function objectFor(schema: JsonSchema, valueFor: (child: JsonSchema) => fc.Arbitrary<unknown>) {
  const properties = (schema.properties ?? {}) as Record<string, JsonSchema>;
  const required = (schema.required ?? []) as string[];
  return fc.record(
    Object.fromEntries(Object.entries(properties).map(([key, child]) => [key, valueFor(child)])),
    {
      requiredKeys: required,
    },
  );
}

/** A value nobody asked for. */
export function odd(): fc.Arbitrary<unknown> {
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom<unknown>(...ODD_TEXTS, ...ODD_NUMBERS, null, true, [], {}, [[]]),
    },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 300 }) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  );
}

/** Mostly what a schema asks for, sometimes with fields astray, sometimes anything. */
export function roughly(schema: JsonSchema, ids: readonly string[]): fc.Arbitrary<unknown> {
  const astray =
    schema.type === "object"
      ? objectFor(schema, (child) =>
          fc.oneof({ weight: 4, arbitrary: fitting(child, ids) }, { weight: 1, arbitrary: odd() }),
        )
      : odd();
  return fc.oneof(
    { weight: 5, arbitrary: fitting(schema, ids) },
    { weight: 4, arbitrary: astray },
    { weight: 1, arbitrary: odd() },
  );
}

/** An example that works, with at most two fields changed to something near or far from what they ask for. */
export function varied(
  example: Record<string, unknown>,
  properties: Record<string, JsonSchema>,
  ids: readonly string[],
): fc.Arbitrary<Record<string, unknown>> {
  const changes = Object.entries(properties).map(([key, child]) =>
    fc.oneof(fitting(child, ids), odd()).map((value): [string, unknown] => [key, value]),
  );
  const picked = changes.length === 0 ? fc.constant([]) : fc.array(fc.oneof(...changes), { maxLength: 2 });
  return picked.map((entries) => ({ ...example, ...Object.fromEntries(entries) }));
}

/** Seldom the value, mostly nothing. */
export function seldom<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 15, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
}
