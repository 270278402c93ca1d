import { describe, expect, it } from "vitest";
import { getOpenApiDocument, type JsonSchema } from "@/lib/api/openapi";
import { findOperation, listOperations } from "@/lib/api/operations";
import { callApi } from "../../support/api";

const document = await getOpenApiDocument();
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

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

  it("says that days are dates", () => {
    const from = document.paths["/coverage/board"]?.get?.parameters?.find(({ name }) => name === "from");
    expect(from?.schema).toMatchObject({ type: "string", format: "date" } satisfies JsonSchema);
  });
});
