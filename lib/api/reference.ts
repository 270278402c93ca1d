import "server-only";
import type { Access } from "./base";
import { getOpenApiDocument, type JsonSchema, type OpenApiDocument, type OpenApiOperation } from "./openapi";
import { DESCRIPTIONS } from "./openapi-errors";
import { withoutReferences } from "./openapi-schemas";
import { listOperations, type Operation } from "./operations";
import { fieldsOf, type ReferenceField } from "./reference-fields";

/** An operation as the reference shows it. */
export type ReferenceOperation = {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  access: Access;
  parameters: ReferenceField[];
  body: ReferenceField[];
  answer: { status: string; fields: ReferenceField[] };
  errors: { status: string; description: string }[];
  curl: string;
};

export type ReferenceGroup = {
  slug: string;
  name: string;
  description: string;
  operations: ReferenceOperation[];
};

/** The reference of the API, read from its OpenAPI document; examples call the API at an address. */
export async function getReference(apiUrl: string): Promise<{ intro: string[]; groups: ReferenceGroup[] }> {
  const document = await getOpenApiDocument();
  const operations = listOperations();
  const groups = document.tags.map(({ name, description }) => ({
    slug: name.toLowerCase().replaceAll(" ", "-"),
    name,
    description,
    operations: operations.flatMap((operation) => {
      const described = withoutReferences(document, describedIn(document, operation));
      return described.tags.includes(name) ? [referenceOf(operation, described, apiUrl)] : [];
    }),
  }));
  return { intro: document.info.description.split("\n\n"), groups };
}

function describedIn(document: OpenApiDocument, { id, method, path }: Operation): OpenApiOperation {
  const described = document.paths[path]?.[method.toLowerCase()];
  if (!described) throw new Error(`${id} is missing in the OpenAPI document`);
  return described;
}

function referenceOf(operation: Operation, described: OpenApiOperation, apiUrl: string): ReferenceOperation {
  const { id, method, path, meta } = operation;
  const content = Object.values(described.requestBody?.content ?? {})[0];
  const [status = "200", answer] =
    Object.entries(described.responses).find(([code]) => code.startsWith("2")) ?? [];
  const answerSchema = Object.values(answer?.content ?? {})[0]?.schema ?? {};
  return {
    id,
    method,
    path,
    summary: described.summary,
    description: described.description,
    access: meta.access,
    parameters: (described.parameters ?? []).flatMap(({ name, required, schema, description }) =>
      fieldsOf({ properties: { [name]: { description, ...schema } }, required: required ? [name] : [] }),
    ),
    body: fieldsOf(content?.schema ?? {}),
    answer: { status, fields: fieldsOf(answerSchema) },
    errors: errorsOf(described),
    curl: curlFor(operation, described, apiUrl),
  };
}

function errorsOf(described: OpenApiOperation): ReferenceOperation["errors"] {
  return Object.entries(described.responses).flatMap(([status, { $ref }]) => {
    const name = $ref?.split("/").at(-1);
    return name && name in DESCRIPTIONS
      ? [{ status, description: DESCRIPTIONS[name as keyof typeof DESCRIPTIONS] }]
      : [];
  });
}

const SAMPLES: Record<string, string> = {
  uuid: "019ab3a0-0000-7000-8000-000000000001",
  date: "2026-08-17",
};

function curlFor({ method, path, meta }: Operation, described: OpenApiOperation, apiUrl: string): string {
  const required = (described.parameters ?? []).filter((p) => p.in === "query" && p.required);
  const query = required.map(({ name, schema }) => `${name}=${sampleOf(schema)}`).join("&");
  const address = `${apiUrl}${path.replace(/\{\w+\}/g, SAMPLES.uuid ?? "")}${query ? `?${query}` : ""}`;
  const lines = [
    `curl${method === "GET" ? "" : ` -X ${method}`} '${address}'`,
    `-H "Authorization: Bearer $TOKEN"`,
    ...(meta.example ? [`-H 'Content-Type: application/json'`, `-d '${JSON.stringify(meta.example)}'`] : []),
    ...(meta.takesFiles ? [meta.takesFiles.map((file) => `-F ${file}`).join(" ")] : []),
  ];
  return lines.join(" \\\n  ");
}

function sampleOf(schema: JsonSchema): string {
  if (Array.isArray(schema.enum)) return String(schema.enum[0]);
  const [example] = Array.isArray(schema.examples) ? schema.examples : [];
  return String(example ?? SAMPLES[String(schema.format)] ?? "");
}
