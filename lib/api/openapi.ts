import "server-only";
import { OpenAPIGenerator } from "@orpc/openapi";
import { ZodToJsonSchemaConverter } from "@orpc/zod/zod4";
import { globalRegistry } from "zod";
import { documentedErrors, ERROR_RESPONSES, ERROR_SCHEMA } from "./openapi-errors";
import { NAMED_SCHEMAS, plainSchema } from "./openapi-schemas";
import { OPENAPI_TAGS } from "./openapi-tags";
import { listOperations, type Operation } from "./operations";
import { apiRouter } from "./router";

/** The part of an OpenAPI 3.1 document that we write and read. */
export type OpenApiDocument = {
  openapi: string;
  info: { title: string; version: string; description: string };
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, OpenApiOperation>>;
} & Record<string, unknown>;

export type OpenApiOperation = {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  parameters?: OpenApiParameter[];
  requestBody?: { required?: boolean; content: Record<string, { schema: JsonSchema; example?: unknown }> };
  responses: Record<
    string,
    { description?: string; $ref?: string; content?: Record<string, { schema: JsonSchema }> }
  >;
};

export type OpenApiParameter = {
  name: string;
  in: "path" | "query" | "header";
  required?: boolean;
  description?: string;
  schema: JsonSchema;
};

export type JsonSchema = { [key: string]: unknown };

const INFO = {
  title: "Standby",
  version: "1",
  license: { name: "MIT", identifier: "MIT" },
  contact: { name: "The administrators of this installation" },
  description: [
    "Coverage planning for assistant pools: no executive is ever left without support.",
    "Days are YYYY-MM-DD, half-days am or pm, weeks ISO 8601 (2026-W34), instants UTC.",
    "Lists answer items and nextCursor; send it back as cursor for the next page.",
    "Every error is { error: { code, message, path, details, faults } }; send Accept-Language: sv for Swedish words.",
    "A POST with an Idempotency-Key is done once: each repeat within 24 hours gets the first answer again.",
    "A change of a record names the version that was read, as version or If-Match; left out, the current one is meant. A plan is accepted at a named version only. The ETag of an answer does for If-Match, and for If-None-Match of a GET.",
  ].join("\n\n"),
};

const IDEMPOTENCY_KEY: OpenApiParameter = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "Any text of your own, such as a UUID; a repeat with the same key is not done twice.",
  schema: { type: "string", minLength: 1, maxLength: 200 },
};

const IF_NONE_MATCH: OpenApiParameter = {
  name: "If-None-Match",
  in: "header",
  required: false,
  description: "The ETag of an earlier answer; the same again is answered with 304 and no body.",
  schema: { type: "string", minLength: 1 },
};

const IF_MATCH: OpenApiParameter = {
  name: "If-Match",
  in: "header",
  required: false,
  description:
    "The version that was read, instead of version in the body; refused with 409 changed_since_read, which names the current one, when it is another by then.",
  schema: { type: "string" },
};

const converter = new ZodToJsonSchemaConverter({
  interceptors: [
    ({ next, schema }) => {
      const [required, plain] = next();
      const json = plainSchema(plain as JsonSchema);
      const format = globalRegistry.get(schema)?.format;
      return typeof format === "string" ? [required, { ...json, format }] : [required, json];
    },
  ],
});

let made: Promise<OpenApiDocument> | undefined;

/** The OpenAPI 3.1 document of the router, made once a process. */
export function getOpenApiDocument(): Promise<OpenApiDocument> {
  made ??= makeDocument();
  return made;
}

async function makeDocument(): Promise<OpenApiDocument> {
  const generator = new OpenAPIGenerator({ schemaConverters: [converter] });
  const document = (await generator.generate(apiRouter, {
    info: INFO,
    commonSchemas: NAMED_SCHEMAS,
    servers: [{ url: "/api/v1" }],
    security: [{ token: [] }],
    tags: Object.keys(apiRouter).flatMap((key) => OPENAPI_TAGS[key] ?? []),
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "npm run token -- --email you@example.org" },
      },
      schemas: { Error: ERROR_SCHEMA },
      responses: ERROR_RESPONSES,
    } as never,
  })) as unknown as OpenApiDocument;
  for (const operation of listOperations()) complete(document, operation);
  return document;
}

function hasVersion({ requestBody }: OpenApiOperation): boolean {
  const { properties } = requestBody?.content["application/json"]?.schema ?? {};
  return typeof properties === "object" && properties !== null && "version" in properties;
}

function complete(document: OpenApiDocument, { id, method, path, meta }: Operation): void {
  const operation = document.paths[path]?.[method.toLowerCase()];
  if (!operation) throw new Error(`${id} is missing in the OpenAPI document`);
  const tag = OPENAPI_TAGS[id.split(".")[0] ?? ""];
  operation.tags = tag ? [tag.name] : [];
  for (const parameter of operation.parameters ?? []) tidy(parameter);
  if (method === "POST") operation.parameters = [...(operation.parameters ?? []), IDEMPOTENCY_KEY];
  if (method === "GET") {
    operation.parameters = [...(operation.parameters ?? []), IF_NONE_MATCH];
    operation.responses["304"] = { description: "The same as the answer with that ETag." };
  }
  if (hasVersion(operation)) operation.parameters = [...(operation.parameters ?? []), IF_MATCH];
  if (meta.takesFiles) delete operation.requestBody?.content["application/json"];
  for (const content of Object.values(operation.requestBody?.content ?? {})) {
    if (meta.example) content.example = meta.example;
  }
  for (const [status, name] of documentedErrors(operation, method)) {
    operation.responses[status] = { $ref: `#/components/responses/${name}` };
  }
}

function tidy(parameter: OpenApiParameter & { allowEmptyValue?: boolean; allowReserved?: boolean }): void {
  delete parameter.allowEmptyValue;
  delete parameter.allowReserved;
  if (typeof parameter.schema.description === "string") parameter.description = parameter.schema.description;
}
