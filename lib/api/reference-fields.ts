import type { JsonSchema } from "./openapi";

/** One field of a body, a query or an answer, as a reader looks it up. */
export type ReferenceField = { path: string; type: string; isRequired: boolean; note: string };

const DEEPEST = 4;

/** Every field of a schema, nested ones under their parent: "hours[].weekday". */
export function fieldsOf(schema: JsonSchema, prefix = "", depth = 0): ReferenceField[] {
  const { properties = {}, required = [] } = objectIn(schema);
  return Object.entries(properties).flatMap(([name, child]) => {
    const path = `${prefix}${name}`;
    const field = { path, type: typeOf(child), isRequired: required.includes(name), note: noteOf(child) };
    const inner = innerOf(child);
    return [
      field,
      ...(inner && depth < DEEPEST ? fieldsOf(inner.schema, `${path}${inner.suffix}`, depth + 1) : []),
    ];
  });
}

type ObjectSchema = { properties?: Record<string, JsonSchema>; required?: string[] };

/** A choice between objects is shown as one object with the fields of all. */
function objectIn(schema: JsonSchema): ObjectSchema {
  const options = optionsOf(schema);
  if (!options) return schema as ObjectSchema;
  const objects = options.map(objectIn);
  return {
    properties: Object.assign({}, ...objects.map((object) => object.properties ?? {})),
    required: (objects[0]?.required ?? []).filter((name) =>
      objects.every((object) => object.required?.includes(name)),
    ),
  };
}

function optionsOf(schema: JsonSchema): JsonSchema[] | undefined {
  return (schema.anyOf ?? schema.oneOf) as JsonSchema[] | undefined;
}

function innerOf(schema: JsonSchema): { schema: JsonSchema; suffix: string } | null {
  const options = optionsOf(schema)?.filter((option) => option.type !== "null");
  if (options?.length === 1 && options[0]) return innerOf(options[0]);
  if (schema.type === "array") return { schema: (schema.items ?? {}) as JsonSchema, suffix: "[]." };
  if (schema.type === "object" || options) return { schema, suffix: "." };
  return null;
}

function typeOf(schema: JsonSchema): string {
  const options = optionsOf(schema);
  if (options) return [...new Set(options.map(typeOf))].join(" or ");
  if (Array.isArray(schema.enum)) return schema.enum.join(" | ");
  if ("const" in schema) return String(schema.const);
  if (typeof schema.contentMediaType === "string") return "file";
  if (schema.type === "array") return `list of ${typeOf((schema.items ?? {}) as JsonSchema)}`;
  if (typeof schema.format === "string") return schema.format;
  return typeof schema.type === "string" ? schema.type : "any";
}

function noteOf(schema: JsonSchema): string {
  const { description, minimum, maximum, maxLength, maxItems, default: preset } = schema;
  const isNarrow = (limit: unknown) => typeof limit === "number" && Math.abs(limit) < Number.MAX_SAFE_INTEGER;
  const notes = [
    description,
    isNarrow(minimum) && isNarrow(maximum) && `${minimum} to ${maximum}`,
    maxLength !== undefined && `at most ${maxLength} characters`,
    maxItems !== undefined && `at most ${maxItems}`,
    preset !== undefined && preset !== null && `default ${JSON.stringify(preset)}`,
  ];
  return notes.filter((note) => typeof note === "string").join(" · ");
}
