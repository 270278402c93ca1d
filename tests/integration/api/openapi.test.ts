import { describe, expect, it } from "vitest";
import { getOpenApiDocument, type JsonSchema } from "@/lib/api/openapi";
import { findOperation, listOperations } from "@/lib/api/operations";
import { getReference } from "@/lib/api/reference";
import { callApi } from "../../support/api";

const document = await getOpenApiDocument();
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

function schemasIn(node: unknown): JsonSchema[] {
  if (typeof node !== "object" || node === null) return [];
  const inner = Object.values(node).flatMap(schemasIn);
  return "type" in node && typeof node.type === "string" ? [node as JsonSchema, ...inner] : inner;
}

function referencesIn(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === "$ref" && typeof value === "string" ? [value] : referencesIn(value),
  );
}

function resolve(reference: string): unknown {
  return reference
    .slice(2)
    .split("/")
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], document);
}

describe("the OpenAPI document", () => {
  it("is served without a token", async () => {
    const answer = await callApi("GET", "/openapi.json");
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual(JSON.parse(JSON.stringify(document)));
    expect(document.openapi).toMatch(/^3\.1\./);
  });

  it("has every operation of the router", () => {
    expect(operations.map(({ operation }) => operation.operationId).sort()).toEqual(
      listOperations()
        .map((operation) => operation.id)
        .sort(),
    );
  });

  it("refers only to what it holds", () => {
    const references = [...new Set(referencesIn(document))];
    expect(references).not.toHaveLength(0);
    for (const reference of references) expect(resolve(reference), reference).toBeDefined();
  });

  it.each(operations)("describes $method $path", ({ path, method, operation }) => {
    expect(operation.summary).toMatch(/^\p{Lu}/u);
    expect(operation.description).toMatch(/\.$/);
    expect(document.tags.map((tag) => tag.name)).toEqual(expect.arrayContaining(operation.tags));
    expect(operation.tags).toHaveLength(1);
    const statuses = Object.keys(operation.responses);
    expect(statuses.filter((status) => status.startsWith("2"))).toHaveLength(1);
    expect(statuses).toEqual(expect.arrayContaining(["401", "500"]));
    if (method !== "get")
      expect(statuses).toEqual(expect.arrayContaining(["400", "403", "404", "409", "422"]));
    const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === "path");
    expect(inPath.map((parameter) => parameter.name)).toEqual(named);
    for (const parameter of operation.parameters ?? []) expect(parameter.schema).toBeTypeOf("object");
  });

  it("sets by PUT, which a client may repeat as it is", () => {
    const sets = operations.filter(({ operation }) => operation.summary.startsWith("Set "));
    expect(sets.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      "put /access-templates",
      "put /accounts/{id}/managed-pools",
      "put /assistants/{id}/ramp",
      "put /assistants/{id}/working-pattern",
      "put /leave/allowances",
      "put /leave/assistant-policy",
      "put /leave/entitlements",
      "put /leave/pool-policy",
      "put /letter-deputy",
      "put /matching/asks",
      "put /matching/weights",
      "put /mentorships/{id}/goals",
      "put /pools/{id}/schedule-policy",
      "put /pools/{id}/service-levels",
      "put /priority-agreements",
      "put /training/sessions/{id}/trainer",
      "put /training/year/budget",
    ]);
  });

  it("shows an example of every body, and each is one the operation reads", async () => {
    for (const { path, method, operation } of operations) {
      const json = operation.requestBody?.content["application/json"];
      if (!json || operation.requestBody?.required === false) continue;
      expect(json.example, `${method} ${path}`).toBeTypeOf("object");
      const found = await findOperation(
        method.toUpperCase(),
        path.replaceAll(/\{\w+\}/g, crypto.randomUUID()),
      );
      const schema = found?.procedure["~orpc"].inputSchema;
      const input = { ...(json.example as object), ...found?.params };
      expect((await schema?.["~standard"].validate(input))?.issues, `${method} ${path}`).toBeUndefined();
    }
  });

  it("names its records, and answers refer to them", () => {
    const { schemas } = document.components as { schemas: Record<string, JsonSchema> };
    expect(Object.keys(schemas)).toEqual(
      expect.arrayContaining(["Absence", "Cover", "Pool", "Plan", "Week"]),
    );
    const pool = document.paths["/pools/{id}"]?.get?.responses["200"]?.content?.["application/json"]?.schema;
    expect(pool).toEqual({ $ref: "#/components/schemas/Pool" });
    expect(schemas.Pool?.properties).toMatchObject({ name: { type: "string" } });
  });

  it("holds nothing that linters and client generators stumble over", () => {
    for (const schema of schemasIn(document)) {
      expect(schema).not.toMatchObject({ minimum: expect.anything(), exclusiveMinimum: expect.anything() });
      expect(Object.values(schema)).not.toContain(Number.MAX_SAFE_INTEGER);
      if (typeof schema.pattern === "string") expect(schema.pattern).not.toContain("\\p{");
      if (schema.type === "array") expect(schema).toHaveProperty("items");
    }
  });

  it("is read whole by the reference, whose answers have their fields", async () => {
    const { groups } = await getReference("http://127.0.0.1:3000/api/v1");
    const shown = groups.flatMap(({ operations }) => operations).find(({ id }) => id === "pools.get");
    expect(shown?.answer.fields.map(({ path }) => path)).toEqual(expect.arrayContaining(["id", "name"]));
    expect(shown?.errors.map(({ status }) => status)).toContain("404");
  });

  it("says that days are dates", () => {
    const from = document.paths["/coverage/board"]?.get?.parameters?.find(({ name }) => name === "from");
    expect(from?.schema).toMatchObject({ type: "string", format: "date" } satisfies JsonSchema);
  });
});
